// Runs every case of knowledge/rules/case-finding.cases.yaml from report and code to decision. The cases are the
// specification; this file only gives their words a type.

import { readdirSync, readFileSync } from 'node:fs';
import {
  type CalendarDate,
  type FractureSite,
  knownDate,
  type Side,
  type VertebralLevel,
} from '@breekpunt/core';
import { type Country, loadKnowledge, ruleCases } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';
import { indexCodes } from '../codes/code-index.ts';
import { findingsFromCodes } from '../codes/findings-from-codes.ts';
import type { ClinicalFracture } from '../episodes/clinical-fracture.ts';
import { episodeRulesOn } from '../episodes/episode-rules.ts';
import { evidenceFromCodes, type FractureEvidence } from '../episodes/fracture-evidence.ts';
import { mergeEpisodes } from '../episodes/merge-episodes.ts';
import { eligibility } from './eligibility.ts';
import { eligibilityRulesOn } from './eligibility-rules.ts';
import { compareUrgency, urgency, urgencyRulesOn } from './urgency.ts';

interface StatedFracture {
  readonly site: FractureSite;
  readonly side?: Side;
  readonly levels?: readonly VertebralLevel[];
  readonly presence?: ClinicalFracture['presence'];
  readonly scope?: ClinicalFracture['absentScope'];
  readonly who?: ClinicalFracture['experiencer'];
  readonly time?: ClinicalFracture['time'];
  readonly year?: number;
  readonly flags?: ClinicalFracture['flags'];
  readonly progressive?: boolean;
}

interface Given {
  readonly country: Country;
  readonly birthDate?: string;
  readonly deathDate?: string;
  readonly reports?: readonly { on: string; kind: string; fractures: readonly StatedFracture[] }[];
  readonly codes?: readonly { system: string; code: string; on: string; happened?: string }[];
}

interface ExpectedFracture {
  readonly outcome?: string;
  readonly because?: readonly string[];
  readonly ask?: readonly string[];
  readonly doesNotAsk?: readonly string[];
  readonly follows?: string;
  readonly [field: string]: unknown;
}

interface Expected {
  readonly fractures?: readonly ExpectedFracture[];
  readonly ignored?: readonly string[];
  readonly order?: readonly string[];
}

const knowledge = loadKnowledge();
const codeIndex = indexCodes(Object.values(knowledge.codes));
const cases = ruleCases('case-finding');

function value<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(`expected a value, came ${JSON.stringify(result.error)}`);
  return result.value;
}

function evidenceOf(given: Given): FractureEvidence[] {
  const fromReports = (given.reports ?? []).flatMap((report, number) =>
    report.fractures.map(
      (stated, finding): FractureEvidence => ({
        source: { kind: 'report', report: `report-${number}`, finding },
        date: knownDate(report.on),
        onset: null,
        reportKind: report.kind,
        fracture: fractureFrom(stated),
      }),
    ),
  );
  const coded = findingsFromCodes(
    (given.codes ?? []).map(({ system, code, on, happened }) => ({
      system,
      code,
      date: knownDate(on),
      ...(happened === undefined ? {} : { onset: knownDate(happened) }),
    })),
    codeIndex,
  );
  expect(coded.problems).toEqual([]);
  return [...fromReports, ...evidenceFromCodes(coded.findings)];
}

function fractureFrom(stated: StatedFracture): ClinicalFracture {
  return {
    kind: 'fracture',
    site: stated.site,
    side: stated.side ?? null,
    levels: stated.levels ?? [],
    presence: stated.presence ?? 'present',
    absentScope: stated.scope ?? null,
    experiencer: stated.who ?? 'patient',
    time: stated.time ?? 'undetermined',
    flags: stated.flags ?? [],
    year: stated.year ?? null,
    genant: null,
    heightLossPercent: null,
    progressive: stated.progressive ?? false,
    aftercare: false,
    conflict: false,
  };
}

function day(text: string | undefined): CalendarDate | undefined {
  return text === undefined ? undefined : knownDate(text);
}

test('the case-finding cases are there to be run', () => {
  expect(cases.length).toBeGreaterThan(40);
});

for (const each of cases) {
  test(`[${each.rules.join(', ')}] ${each.name}`, () => {
    const given = each.given as Given;
    const expected = each.expect as Expected;
    const today = knownDate(each.on);
    const merged = mergeEpisodes(evidenceOf(given), value(episodeRulesOn(knowledge, today)));

    if (expected.order !== undefined) {
      const rules = value(urgencyRulesOn(knowledge, today));
      const ranked = merged.episodes
        .map((episode) => ({ site: episode.site, urgency: urgency(episode, today, rules) }))
        .sort((a, b) => compareUrgency(a.urgency, b.urgency));
      expect(ranked.map(({ site }) => site)).toEqual(expected.order);
      return;
    }

    const rules = value(eligibilityRulesOn(knowledge, given.country, today));
    const birthDate = day(given.birthDate);
    const deathDate = day(given.deathDate);
    const patient = {
      ...(birthDate === undefined ? {} : { birthDate }),
      ...(deathDate === undefined ? {} : { deathDate }),
    };
    expect(merged.ignored.map(({ reason }) => reason)).toEqual(expected.ignored ?? []);
    expect(merged.episodes.length, 'number of fractures').toBe(expected.fractures?.length);
    merged.episodes.forEach((episode, number) => {
      const {
        outcome,
        because,
        ask,
        doesNotAsk = [],
        follows,
        ...fields
      } = expected.fractures?.[number] ?? {};
      const decided = eligibility(episode, patient, today, rules);
      expect(episode).toMatchObject(fields);
      if (follows !== undefined) {
        expect(episode.follows).toEqual({ episode: merged.episodes[number - 1]?.id, as: follows });
      }
      if (outcome !== undefined) expect(decided.outcome).toBe(outcome);
      if (because !== undefined) {
        expect(decided.reasons.map(({ rule }) => rule)).toEqual(expect.arrayContaining([...because]));
      }
      expect(decided.missing.filter((fact) => doesNotAsk.includes(fact))).toEqual([]);
      if (ask !== undefined) expect(decided.missing).toEqual(expect.arrayContaining([...ask]));
    });
  });
}

test('every rule id that decides is a rule, and every rule about the patient and the order decides something', () => {
  const used = new Set(
    readdirSync(import.meta.dirname)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .flatMap((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8').match(/CF\d+/g) ?? []),
  );
  const rules = Object.values(knowledge.rules).filter((rule) => rule.topic === 'case-finding');
  const aboutMerging = new Set(['CF30', 'CF31', 'CF32', 'CF33', 'CF34', 'CF35', 'CF36']);
  expect([...used].filter((id) => knowledge.rules[id] === undefined)).toEqual([]);
  expect(rules.map(({ id }) => id).filter((id) => !used.has(id) && !aboutMerging.has(id))).toEqual([]);
  expect(used.size).toBeGreaterThan(25);
});
