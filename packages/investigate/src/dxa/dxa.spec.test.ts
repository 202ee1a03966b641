// Runs every case of knowledge/rules/dxa.cases.yaml. The cases are the specification; this file gives their words a type.

import { type Answer, type FractureSite, knownDate, type Sex, type VertebralLevel } from '@breekpunt/core';
import { type Knowledge, loadKnowledge, ruleCases } from '@breekpunt/knowledge';
import {
  asFound,
  rulesNamedIn,
  testCases,
  testThresholds,
  unwrapped,
} from '@breekpunt/knowledge/test/rule-cases';
import { expect, test } from 'vitest';
import { belgianDxaRight, belgianDxaRulesOn } from './belgian-dxa-right.ts';
import { densityChange, type Precision } from './density-change.ts';
import { densityClass } from './density-class.ts';
import { meetsDensityCriterion } from './density-criterion.ts';
import { type DxaRuleSet, densityCriterionOn, dxaRulesOn } from './dxa-rules.ts';
import type { DxaMaker, DxaMeasurement, DxaScan, DxaSite, ExclusionReason } from './dxa-scan.ts';
import { lowestSite } from './lowest-site.ts';
import { discordantVertebrae } from './lumbar-validity.ts';
import { parseDxaScan } from './parse-dxa-scan.ts';
import { recomputedTScore } from './recomputed-t-score.ts';
import { standardisedDensity } from './standardised-density.ts';

interface StatedSite {
  readonly t?: number;
  readonly z?: number;
  readonly bmd?: number;
  readonly vertebrae?: readonly VertebralLevel[];
  readonly excluded?: Readonly<Partial<Record<VertebralLevel, ExclusionReason>>>;
}

interface StatedChange {
  readonly bmd: number;
  readonly on: string;
  readonly maker?: DxaMaker;
  readonly serial?: string;
  readonly site?: DxaSite;
  readonly vertebrae?: readonly VertebralLevel[];
}

interface Given {
  readonly ask: string;
  readonly ruleSet?: DxaRuleSet;
  readonly country?: 'BE' | 'NL';
  readonly scan?: Readonly<Record<string, StatedSite>>;
  readonly notMeasurable?: readonly DxaSite[];
  readonly fractured?: readonly VertebralLevel[];
  readonly tScores?: Readonly<Partial<Record<VertebralLevel, number>>>;
  readonly sex?: Sex;
  readonly age?: number;
  readonly postmenopausal?: Answer;
  readonly fragilityFracture?: Answer;
  readonly t?: number;
  readonly reference?: Sex;
  readonly before?: StatedChange;
  readonly after?: StatedChange;
  readonly precision?: number | { readonly percent: number };
  readonly maker?: DxaMaker;
  readonly site?: DxaSite;
  readonly bmd?: number;
  readonly familyHipFracture?: Answer;
  readonly fractures?: readonly FractureSite[];
  readonly glucocorticoid?: 'none' | { readonly mg: number; readonly months: number };
  readonly conditions?: 'none' | Readonly<Record<string, Answer>>;
  readonly lastPaid?: string;
}

const knowledge = loadKnowledge();
const cases = ruleCases('dxa');
const siteNames: Readonly<Record<string, DxaSite>> = {
  spine: 'lumbar-spine',
  hip: 'total-hip',
  neck: 'femoral-neck',
  trochanter: 'trochanter',
  forearm: 'forearm-33',
};

function measurement(site: DxaSite, stated: StatedSite, reference: Sex = 'female'): DxaMeasurement {
  const score = (number: number | undefined) =>
    number === undefined
      ? null
      : { value: number, text: String(number), reference: { database: null, sex: reference } };
  return {
    site,
    side: site === 'lumbar-spine' ? null : 'left',
    vertebrae: stated.vertebrae ?? null,
    excluded: Object.entries(stated.excluded ?? {}).map(([level, reason]) => ({
      level: level as VertebralLevel,
      reason,
    })),
    bmd: stated.bmd ?? null,
    tScore: score(stated.t),
    zScore: score(stated.z),
  };
}

function scanFrom(given: Given, on: string): DxaScan {
  return {
    date: knownDate(on),
    device: { maker: given.maker ?? 'hologic', model: 'Horizon', serial: 'A' },
    measurements: Object.entries(given.scan ?? {}).map(([name, stated]) => {
      const site = siteNames[name];
      if (site === undefined) throw new Error(`"${name}" is not a site of these cases`);
      return measurement(site, stated);
    }),
    notMeasurable: (given.notMeasurable ?? []).map((site) => ({ site, reason: 'prosthesis' })),
  };
}

function region({ bmd, on, maker = 'hologic', serial = 'A', site = 'total-hip', vertebrae }: StatedChange) {
  const scan = scanFrom({ ask: '' }, on);
  return {
    scan: { ...scan, device: { maker, model: 'Horizon', serial } },
    measurement: measurement(site, { bmd, ...(vertebrae === undefined ? {} : { vertebrae }) }),
  };
}

const studied = { maker: 'hologic', serial: 'A', studiedOn: knownDate('2024-01-15') } as const;

function errorOf(stated: NonNullable<Given['precision']>): Pick<Precision, 'error' | 'unit'> {
  return typeof stated === 'number'
    ? { error: stated, unit: 'g/cm2' }
    : { error: stated.percent, unit: 'percent' };
}

function paid(given: Given, on: string, from: Knowledge): object {
  const today = knownDate(on);
  const rules = unwrapped(belgianDxaRulesOn(from, today));
  const { glucocorticoid: taken, lastPaid = 'not-recorded' } = given;
  const found = belgianDxaRight(
    {
      sex: given.sex ?? 'not-recorded',
      ageYears: given.age ?? null,
      hipFractureInFamily: given.familyHipFracture ?? 'not-recorded',
      lowImpactFractures: given.fractures ?? null,
      glucocorticoid:
        typeof taken === 'object' ? { mgPerDay: taken.mg, months: taken.months } : (taken ?? 'not-recorded'),
      conditions:
        given.conditions === 'none'
          ? Object.fromEntries(rules.listedConditions.map((name) => [name, 'no'] as const))
          : (given.conditions ?? {}),
      lastPaid: lastPaid === 'never' || lastPaid === 'not-recorded' ? lastPaid : knownDate(lastPaid),
    },
    today,
    rules,
  );
  return { ...found, because: found.reasons };
}

function answer(given: Given, on: string, from: Knowledge): object {
  const today = knownDate(on);
  if (given.ask === 'criterion') {
    const criterion = unwrapped(densityCriterionOn(from, given.country ?? 'BE', today));
    const sex = given.reference ?? 'not-recorded';
    const tScore = { value: given.t ?? 0, text: '', reference: { database: null, sex } };
    const { meets, reasons, missing } = meetsDensityCriterion(tScore, given.sex ?? 'not-recorded', criterion);
    return { meets, because: reasons, missing };
  }
  if (given.ask === 'paid') return paid(given, on, from);
  const rules = unwrapped(dxaRulesOn(from, given.ruleSet ?? 'NL', today));
  switch (given.ask) {
    case 'lowest': {
      const found = lowestSite(scanFrom(given, on), given.fractured ?? [], rules);
      const passedOver = found.passedOver.map(({ reason }) => reason);
      return { ...found, site: found.measurement?.site, t: found.score?.value, passedOver };
    }
    case 'discordant':
      return { pairs: discordantVertebrae(given.tScores ?? {}, rules) };
    case 'class': {
      const patient = {
        sex: given.sex ?? 'not-recorded',
        ageYears: given.age ?? null,
        postmenopausal: given.postmenopausal ?? 'not-recorded',
        fragilityFracture: given.fragilityFracture ?? 'not-recorded',
      };
      const found = densityClass(scanFrom(given, on), given.fractured ?? [], patient, rules);
      return { ...found, site: found.lowest?.measurement?.site, because: found.reasons };
    }
    case 'change': {
      if (given.before === undefined || given.after === undefined) throw new Error('before and after');
      const [before, after] = [region(given.before), region(given.after)];
      const { site, vertebrae } = after.measurement;
      const precisions =
        given.precision === undefined
          ? []
          : [{ site, vertebrae: vertebrae ?? [], ...studied, ...errorOf(given.precision) }];
      const found = densityChange(before, after, precisions, rules);
      return { ...found, because: found.reasons, ...('because' in found ? { what: found.because } : {}) };
    }
    case 'standardised': {
      const { maker = 'other', site = 'total-hip', bmd = 0 } = given;
      const found = standardisedDensity({ maker, site, bmd }, from, today, rules);
      if (!found.ok) return { refused: found.error.kind };
      return { ...found.value, value: Math.round(found.value.value * 1e6) / 1e6 };
    }
    case 'recompute': {
      const { site = 'total-hip', bmd, t } = given;
      const stated = { ...(bmd === undefined ? {} : { bmd }), ...(t === undefined ? {} : { t }) };
      const found = recomputedTScore(
        measurement(site, stated, given.reference),
        scanFrom(given, on).device,
        from,
        today,
        rules,
      );
      if (!found.ok) return { refused: 'because' in found.error ? found.error.because : found.error.kind };
      return { ...found.value, value: Math.round(found.value.value * 1e6) / 1e6 };
    }
    case 'enter': {
      const entered = parseDxaScan(scanFrom(given, on), { today }, rules);
      const refused = entered.ok ? [] : entered.error;
      return {
        refused: refused.map((each) =>
          'range' in each ? `${each.quantity} from ${each.range.least} to ${each.range.most}` : each.kind,
        ),
      };
    }
    default:
      throw new Error(`"${given.ask}" is not a question of these cases`);
  }
}

test('the densitometry cases are there to be run', () => {
  expect(cases.length).toBeGreaterThan(40);
});

testCases(cases, answer, asFound);
testThresholds(cases, answer, asFound, ['dxa.', 'reimbursement.']);

test('every rule id that this folder names is a rule, and every densitometry rule is named or shown by a refusal', () => {
  const used = rulesNamedIn(import.meta.dirname, ['DX']);
  const rules = Object.values(knowledge.rules).filter((rule) => rule.topic === 'dxa');
  expect([...used].filter((id) => knowledge.rules[id] === undefined)).toEqual([]);
  expect(rules.map(({ id }) => id).filter((id) => !used.has(id))).toEqual(['DX20']);
});
