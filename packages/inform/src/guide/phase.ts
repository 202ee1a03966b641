// The phase of recovery. Decision: days are a frame and criteria decide: a criterion nobody recorded holds the plan where
// it is and says so, and a pain that stayed up takes it a level back. Nothing known about the treatment means the few
// exercises that no treatment forbids.

import { unreachable, vertebralRegion } from '@breekpunt/core';
import { conditionWords } from '@breekpunt/knowledge';
import type { Diagnosis, GuideInput } from '../input/guide-input.ts';
import { daysSince } from '../plan/days-since.ts';
import type { GuideRules } from '../plan/guide-rules.ts';
import { treatmentFits } from '../plan/treatment-fits.ts';

/** The phases that a block of the guide may ask for. */
export const phaseIds: typeof conditionWords.phase = conditionWords.phase;
export type PhaseId = (typeof phaseIds)[number];

/** What keeps the plan from going on, or put it back. */
export const holds = [
  'day-not-known',
  'treatment-not-known',
  'ten-minutes-walking',
  'pain',
  'x-ray',
  'surgeon',
  'set-back',
] as const;
export type Hold = (typeof holds)[number];

export interface GuidePhase {
  readonly id: PhaseId;
  /** Names of the phase, what it is about, and what has to be there before the next; in the reader's words. */
  readonly name: string;
  readonly about: string;
  readonly heldBack: readonly { readonly hold: Hold; readonly text: string }[];
}

export interface PhasePlan {
  readonly id: PhaseId;
  readonly heldBack: readonly Hold[];
}

export function phaseOf(input: GuideInput, rules: GuideRules): PhasePlan {
  const { diagnosis, treatment } = input;
  const known = treatment !== 'not-recorded' && treatmentFits(input);
  const operated = known && treatment.kind === 'operation';
  switch (diagnosis.kind) {
    case 'hip-fracture':
      if (!known) return { id: 'surgeon-first', heldBack: ['treatment-not-known'] };
      return operated ? afterHipOperation(input, rules) : { id: 'no-operation', heldBack: [] };
    case 'avascular-necrosis':
    case 'hip-osteoarthritis':
      if (!known) return { id: 'ongoing', heldBack: ['treatment-not-known'] };
      return operated ? afterHipOperation(input, rules) : { id: 'ongoing', heldBack: [] };
    case 'vertebral-fracture': {
      const hardware = operated && treatment.operation === 'other';
      if (!known) return { id: 'surgeon-first', heldBack: ['treatment-not-known'] };
      if (hardware || !isWithinScope(diagnosis)) return { id: 'surgeon-first', heldBack: ['surgeon'] };
      return spinePlan(input, rules);
    }
    case 'other-fracture':
      return isArm(diagnosis) ? armPlan(input, rules) : { id: 'surgeon-first', heldBack: ['surgeon'] };
    default:
      return unreachable(diagnosis);
  }
}

/** The guide speaks of the thoracic and lumbar spine; one vertebra of the neck takes the whole out of it. */
function isWithinScope(diagnosis: Extract<Diagnosis, { kind: 'vertebral-fracture' }>): boolean {
  if (diagnosis.levels === 'not-recorded') return true;
  return (
    diagnosis.levels.length > 0 && diagnosis.levels.every((level) => vertebralRegion(level) !== 'cervical')
  );
}

function isArm({ site }: Extract<Diagnosis, { kind: 'other-fracture' }>): boolean {
  return ['wrist', 'humerus', 'forearm'].some((part) => site.startsWith(part));
}

function afterHipOperation(input: GuideInput, rules: GuideRules): PhasePlan {
  const days = daysSince(input);
  const { place } = input.home;
  if (days === 'not-recorded')
    return { id: place === 'hospital' ? 'hospital' : 'weeks-1-6', heldBack: ['day-not-known'] };
  const [firstDay = 0, early = 0, check = 0, building = 0] = rules.hipPhaseDays;
  if (days <= firstDay) return { id: 'first-day', heldBack: [] };
  const stays = place === 'hospital' || (place === 'not-recorded' && days <= rules.hospitalDays);
  if (days <= early) return { id: stays ? 'hospital' : 'weeks-1-6', heldBack: [] };
  if (days <= check) return { id: 'week-6', heldBack: [] };
  if (input.given.surgeonAllowsStrength !== 'yes') return { id: 'week-6', heldBack: ['surgeon'] };
  return { id: days <= building ? 'weeks-6-26' : 'after-6-months', heldBack: [] };
}

const spinePhases = ['lie-and-walk', 'build-up', 'strength', 'return', 'lasting'] as const;

function spinePlan(input: GuideInput, rules: GuideRules): PhasePlan {
  const days = daysSince(input);
  if (days === 'not-recorded') return { id: 'lie-and-walk', heldBack: ['day-not-known'] };
  const byTime = rules.spinePhaseWeeks.filter((weeks) => days >= weeks * 7).length;
  const { reached, holding } = spineCriteria(input, rules, byTime);
  const back = Math.max(0, Math.floor(input.given.stepsBack));
  const place = Math.max(0, reached - back);
  const heldBack: Hold[] = reached < byTime ? [...holding] : [];
  if (back > 0) heldBack.push('set-back');
  return { id: spinePhases[place] ?? 'lie-and-walk', heldBack };
}

function spineCriteria(
  { given }: GuideInput,
  rules: GuideRules,
  byTime: number,
): { readonly reached: number; readonly holding: readonly Hold[] } {
  const atMost = (most: number): readonly Hold[] =>
    given.pain !== 'not-recorded' && given.pain <= most ? [] : ['pain'];
  const steps: readonly (readonly Hold[])[] = [
    [
      ...(given.walksTenMinutes === 'yes' ? [] : (['ten-minutes-walking'] as const)),
      ...atMost(rules.buildUpPainAtMost),
    ],
    [...(given.xRayStable === 'yes' ? [] : (['x-ray'] as const)), ...atMost(rules.strengthPainAtMost)],
    given.surgeonAllowsStrength === 'yes' ? [] : ['surgeon'],
    [],
  ];
  const firstHeld = steps.findIndex((holding) => holding.length > 0);
  const reached = Math.min(byTime, firstHeld === -1 ? steps.length : firstHeld);
  return { reached, holding: steps[firstHeld] ?? [] };
}

function armPlan(input: GuideInput, rules: GuideRules): PhasePlan {
  const days = daysSince(input);
  if (days === 'not-recorded') return { id: 'arm-start', heldBack: ['day-not-known'] };
  const byTime = rules.armPhaseWeeks.filter((weeks) => days >= weeks * 7).length;
  if (byTime > 0 && input.given.surgeonAllowsStrength !== 'yes')
    return { id: 'arm-start', heldBack: ['surgeon'] };
  return { id: (['arm-start', 'arm-build-up', 'arm-later'] as const)[byTime] ?? 'arm-later', heldBack: [] };
}
