// Lets an answer in only when it has the form of its question and can be true: the range stands in knowledge, a day lies
// between birth and today. Decision: a refusal is data with what was expected, so that the page can say it in words.

import {
  type CalendarDate,
  failure,
  fractureSites,
  type Result,
  success,
  unreachable,
  vertebralLevels,
} from '@breekpunt/core';
import {
  dxaMakers,
  dxaRulesOn,
  type LabRules,
  labRulesOn,
  type PlausibleRange,
  parseDxaScan,
  parseResult,
  plausible,
  rangesOn,
  type StagingSystem,
  statedStage,
} from '@breekpunt/investigate';
import type { Knowledge } from '@breekpunt/knowledge';
import { z } from 'zod';
import { calendarDay } from '../case/calendar-day.ts';
import type { FieldAnswer, LabAnswer, ScanAnswer } from './answer.ts';
import type { Field } from './field.ts';
import { inForce } from './in-force.ts';
import { measurementsOf } from './scan-of.ts';

export type AnswerRefused =
  | { readonly kind: 'unexpected-form' }
  | { readonly kind: 'out-of-range'; readonly quantity: string; readonly range: PlausibleRange }
  | { readonly kind: 'unknown-unit'; readonly expected: readonly string[] }
  | { readonly kind: 'in-the-future'; readonly today: CalendarDate }
  | { readonly kind: 'before-birth'; readonly birth: CalendarDate }
  | { readonly kind: 'needs'; readonly needs: 'day' | 'reason' }
  | { readonly kind: 'unknown-stage'; readonly expected: readonly string[] };

export interface AnswerContext {
  readonly knowledge: Knowledge;
  readonly today: CalendarDate;
  /** First day on which the person can have been born; null when not known. */
  readonly birth: CalendarDate | null;
}

type Parsed = Result<FieldAnswer, AnswerRefused>;

export function parseAnswer(field: Field, given: unknown, context: AnswerContext): Parsed {
  if (given === 'no' && field.withoutNo) return failure({ kind: 'unexpected-form' });
  if (given === null || given === 'no') return success(given);
  const { kind } = field;
  switch (kind.kind) {
    case 'yes-no':
      return formed(z.literal(true), given, () => success(true));
    case 'number':
      return formed(z.number(), given, (value) => within(field.id, value, kind.range, context));
    case 'day':
      return formed(calendarDay, given, (on) => possibleDay(on, context, on));
    case 'choice':
      return formed(z.enum(kind.choices), given, success);
    case 'choices':
      return formed(z.array(z.enum(kind.choices)).min(1), given, success);
    case 'event':
      return formed(eventForm, given, (event) => {
        const needs = kind.outcomes.find(({ outcome }) => outcome === event.outcome)?.needs;
        if (needs === undefined) return failure({ kind: 'unexpected-form' });
        if (needs === 'day' && event.on === null) return failure({ kind: 'needs', needs });
        if (needs === 'reason' && event.reason === null) return failure({ kind: 'needs', needs });
        return event.on === null ? success(event) : possibleDay(event.on, context, event);
      });
    case 'lab':
      return formed(labForm, given, (lab) => parseLab(kind.test, lab, context));
    case 'scan':
      return formed(scanForm, given, (scan) => parseScan(scan, context));
    case 'spine':
      return formed(spineForm, given, (spine) => possibleDay(spine.on, context, spine));
    case 'frax':
      return formed(fraxForm, given, (frax) => {
        for (const percent of [frax.major, frax.hip ?? 0]) {
          const believed = within('frax', percent, 'assessment.plausible-percent', context);
          if (!believed.ok) return believed;
        }
        return possibleDay(frax.on, context, frax);
      });
    case 'stage':
      return formed(stageForm(kind.systems), given, (stated) => {
        const found = statedStage(context.knowledge, stated.system, stated.stage);
        return found.ok
          ? success(stated)
          : failure({ kind: 'unknown-stage', expected: found.error.expected });
      });
    case 'glucocorticoid':
      return formed(glucocorticoidForm, given, (taken) => {
        const dose = within(
          'glucocorticoids',
          taken.mgPerDay,
          'drugs.plausible-glucocorticoid-dose',
          context,
        );
        if (!dose.ok) return dose;
        const months = 'assessment.plausible-glucocorticoid-months';
        const course = within('glucocorticoid-months', taken.months, months, context);
        return course.ok ? success(taken) : course;
      });
    case 'fractures':
      return formed(fracturesForm, given, (list) => {
        for (const { on } of list) {
          const day = on === null ? success(null) : possibleDay(on, context, null);
          if (!day.ok) return day;
        }
        return success(list);
      });
    default:
      return unreachable(kind);
  }
}

const eventForm = z.strictObject({
  outcome: z.string(),
  on: calendarDay.nullable(),
  reason: z.string().trim().min(1).max(500).nullable(),
});
const labForm = z.strictObject({ value: z.number(), unit: z.string().max(20), on: calendarDay });
const byRegion = z
  .strictObject({ 'lumbar-spine': z.number(), 'total-hip': z.number(), 'femoral-neck': z.number() })
  .partial();
const scanForm = z.strictObject({
  on: calendarDay,
  maker: z.enum(dxaMakers),
  scores: byRegion.refine((scores) => Object.keys(scores).length > 0),
  densities: byRegion.optional(),
  serial: z.string().trim().min(1).max(60).optional(),
  side: z.enum(['left', 'right']).optional(),
});
const spineForm = z.strictObject({
  on: calendarDay,
  imaging: z.enum(['vfa', 'xray', 'ct', 'mri']),
  whole: z.boolean(),
  broken: z
    .array(
      z.strictObject({
        level: z.enum(vertebralLevels),
        grade: z.union([z.literal(0.5), z.literal(1), z.literal(2), z.literal(3)]),
      }),
    )
    .max(vertebralLevels.length),
});
const fraxForm = z.strictObject({
  major: z.number(),
  hip: z.number().optional(),
  country: z.string().trim().min(1).max(40).optional(),
  glucocorticoids: z.boolean().optional(),
  doseAdjusted: z.boolean().optional(),
  withBoneDensity: z.boolean(),
  on: calendarDay,
});
const stageForm = (systems: readonly StagingSystem[]) =>
  z.strictObject({ system: z.enum(systems), stage: z.string().trim().min(1).max(10) });
const glucocorticoidForm = z.strictObject({ mgPerDay: z.number(), months: z.number() });
const fracturesForm = z
  .array(z.strictObject({ site: z.enum(fractureSites), on: calendarDay.nullable() }))
  .min(1)
  .max(20);

function formed<T>(form: z.ZodType<T>, given: unknown, then: (value: T) => Parsed): Parsed {
  const read = form.safeParse(given);
  return read.success ? then(read.data) : failure({ kind: 'unexpected-form' });
}

function within(quantity: string, value: number, parameter: string, context: AnswerContext): Parsed {
  const { range } = inForce(rangesOn(context.knowledge, context.today, { range: parameter }));
  const checked = plausible(quantity, value, range);
  return checked.ok ? checked : failure({ kind: 'out-of-range', quantity, range });
}

function possibleDay(on: CalendarDate, { today, birth }: AnswerContext, answer: FieldAnswer): Parsed {
  if (on > today) return failure({ kind: 'in-the-future', today });
  return birth !== null && on < birth ? failure({ kind: 'before-birth', birth }) : success(answer);
}

/** In the unit in which it was written; whether that unit and value can be. */
function parseLab(test: Parameters<typeof sent>[0], lab: LabAnswer, context: AnswerContext): Parsed {
  const rules: LabRules = inForce(labRulesOn(context.knowledge, context.today));
  const read = parseResult(sent(test, lab), rules);
  if (read.ok) return possibleDay(lab.on, context, lab);
  switch (read.error.kind) {
    case 'unknown-unit':
      return failure({ kind: 'unknown-unit', expected: read.error.expected });
    case 'range-upside-down':
      return failure({ kind: 'unexpected-form' });
    case 'not-a-number':
    case 'out-of-range':
      return failure({ kind: 'out-of-range', quantity: test, range: read.error.range });
  }
}

function sent(test: Extract<Field['kind'], { kind: 'lab' }>['test'], { value, unit, on }: LabAnswer) {
  return { test, value, unit, date: on, range: null } as const;
}

function parseScan(scan: ScanAnswer, context: AnswerContext): Parsed {
  const rules = inForce(dxaRulesOn(context.knowledge, 'ISCD', context.today));
  const measured = {
    date: scan.on,
    device: { maker: scan.maker, model: null, serial: scan.serial ?? null },
    measurements: measurementsOf(scan),
    notMeasurable: [],
  };
  const days =
    context.birth === null ? { today: context.today } : { today: context.today, birthDate: context.birth };
  const read = parseDxaScan(measured, days, rules);
  if (read.ok) return success(scan);
  const [refusal] = read.error;
  switch (refusal?.kind) {
    case 'out-of-range':
    case 'not-a-number':
      return failure({ kind: 'out-of-range', quantity: refusal.quantity, range: refusal.range });
    case 'scanned-in-the-future':
      return failure({ kind: 'in-the-future', today: context.today });
    case 'scanned-before-birth':
      return failure({ kind: 'before-birth', birth: context.birth ?? scan.on });
    default:
      return failure({ kind: 'unexpected-form' });
  }
}
