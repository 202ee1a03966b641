// Every pair of diagnosis and treatment, on days of every phase, with the team's gates shut and open: the cases for which a
// guide must have no gap. What else a case can say stands in further-answers.ts.

import { addDays, fractureSites, isVertebral } from '@breekpunt/core';
import { medicineKinds, operationKinds } from '@breekpunt/knowledge';
import type { Diagnosis, GivenByTeam, GuideInput, Treatment } from '../src/input/guide-input.ts';
import { treatmentFits } from '../src/plan/treatment-fits.ts';
import { someInput, today } from './guide-input.ts';

const diagnoses: readonly Diagnosis[] = [
  { kind: 'hip-fracture', site: 'femoral-neck' },
  { kind: 'hip-fracture', site: 'trochanteric' },
  { kind: 'hip-fracture', site: 'subtrochanteric' },
  { kind: 'hip-fracture', site: 'not-recorded' },
  { kind: 'vertebral-fracture', levels: ['T8'], cause: 'fragility' },
  { kind: 'vertebral-fracture', levels: ['L1', 'L2'], cause: 'accident' },
  { kind: 'vertebral-fracture', levels: ['T12', 'L1'], cause: 'not-recorded' },
  { kind: 'vertebral-fracture', levels: ['C6'], cause: 'accident' },
  { kind: 'vertebral-fracture', levels: 'not-recorded', cause: 'not-recorded' },
  { kind: 'avascular-necrosis', stage: 'before-collapse' },
  { kind: 'avascular-necrosis', stage: 'collapse' },
  { kind: 'avascular-necrosis', stage: 'worn' },
  { kind: 'avascular-necrosis', stage: 'not-recorded' },
  { kind: 'hip-osteoarthritis' },
  { kind: 'other-fracture', site: 'wrist.distal-radius' },
  { kind: 'other-fracture', site: 'humerus.proximal' },
  { kind: 'other-fracture', site: 'rib' },
  { kind: 'other-fracture', site: 'pelvis.pubic-ramus' },
  { kind: 'other-fracture', site: 'unspecified' },
];

/** Fractures that have no guide of their own, each place by name: the sentence must come out whole for any of them. */
export const otherFractures: readonly Diagnosis[] = fractureSites
  .filter((site) => !site.startsWith('hip.') && !isVertebral(site))
  .map((site) => ({ kind: 'other-fracture', site }));

/** Days of every phase, and a day nobody recorded. */
type Ago = number | 'not-recorded';
const daysAgo: readonly Ago[] = [0, 5, 20, 45, 60, 120, 400, 'not-recorded'];
/** Days on which the case with nothing recorded is looked at too; and the one for a treatment that does not fit. */
const daysWithNothing: readonly Ago[] = [5, 45, 120, 'not-recorded'];
const dayOfMisfit = 20;

const open: GivenByTeam = {
  weightBearing: 'full',
  precautions: ['Niet bukken voorbij de knie.'],
  brace: 'yes',
  physiotherapistAllowsBending: 'yes',
  surgeonAllowsStrength: 'yes',
  xRayStable: 'yes',
  walksTenMinutes: 'yes',
  pain: 2,
  stepsBack: 0,
};

const kinds: readonly ((on: GuideInput['eventOn']) => Treatment)[] = [
  () => 'not-recorded',
  () => ({ kind: 'conservative' }),
  ...operationKinds.map((operation) => (on: GuideInput['eventOn']) => ({
    kind: 'operation' as const,
    operation,
    on,
  })),
];

export interface SomeCase {
  readonly input: GuideInput;
  /** Which diagnosis, treatment and day this is, and whether anything is recorded. */
  readonly factors: readonly [diagnosis: number, treatment: number, day: number, recorded: number];
}

export function allCases(): readonly SomeCase[] {
  return diagnoses.flatMap((diagnosis, diagnosisAt) =>
    kinds.flatMap((treatmentOn, treatmentAt) => {
      const fits = treatmentFits({ diagnosis, treatment: treatmentOn(today) });
      const days: readonly Ago[] = fits ? daysAgo : [dayOfMisfit];
      return days.flatMap((ago): SomeCase[] => {
        const on = ago === 'not-recorded' ? ago : addDays(today, -ago);
        const asked = { diagnosis, treatment: treatmentOn(on), eventOn: on };
        const place = [diagnosisAt, treatmentAt, daysAgo.indexOf(ago)] as const;
        const full: SomeCase = { input: { ...withEverything, ...asked }, factors: [...place, 1] };
        const nothing = fits && daysWithNothing.includes(ago);
        return nothing
          ? [full, { input: { ...withNothing(ago), ...asked }, factors: [...place, 0] }]
          : [full];
      });
    }),
  );
}

const withEverything: GuideInput = {
  ...someInput,
  given: open,
  asked: { mortality: true },
  medication: medicineKinds.map((kind) => ({
    kind,
    name: 'not-recorded',
    dose: 'not-recorded',
    times: [],
    stopOn: 'not-recorded',
    nextOn: 'not-recorded',
  })),
};

function withNothing(ago: Ago): GuideInput {
  const weightBearing = ago === 45 ? 'partial' : ago === 120 ? 'none' : 'not-recorded';
  return {
    ...someInput,
    home: { ...someInput.home, place: ago === 5 ? 'hospital' : 'not-recorded' },
    given: { ...someInput.given, weightBearing },
    medication: 'not-recorded',
    hospital: { name: 'not-recorded', services: [] },
  };
}
