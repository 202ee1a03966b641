// A patient as a case states it, in few words, and as the functions take it. What is not stated was not recorded;
// `otherwise: nothing` says that everything else was asked and is in order.

import {
  type Answer,
  type CalendarDate,
  type FractureSite,
  knownDate,
  partsOf,
  type Sex,
  type VertebralLevel,
} from '@breekpunt/core';
import type { DxaScan, DxaSite } from '@breekpunt/investigate';
import {
  type BonePatient,
  type BrokenVertebra,
  type Drug,
  type MedicalFact,
  medicalFacts,
} from '../src/index.ts';

interface StatedVertebra {
  readonly grade?: 1 | 2 | 3;
  readonly on?: string;
  /** Percent and millimetres lost in front; no millimetres without a scale. */
  readonly lost?: readonly [number, number?];
}

export interface StatedPatient {
  readonly age?: number;
  readonly sex?: Sex;
  readonly menopause?: Answer;
  /** Site, and the day it broke; fragile unless it says otherwise. */
  readonly fractures?: readonly {
    readonly site: FractureSite;
    readonly on?: string;
    readonly fragility?: Answer;
    readonly seen?: Answer;
  }[];
  readonly spine?: Readonly<Partial<Record<VertebralLevel, StatedVertebra>>> | 'not-made';
  /** The whole spine could be read; so it is when `spine` is stated, unless this says no. */
  readonly wholeSpine?: boolean;
  readonly t?: Readonly<Partial<Record<'spine' | 'hip' | 'neck', number>>> | 'none';
  readonly reference?: Sex;
  readonly scanOn?: string;
  readonly frax?: number;
  readonly glucocorticoid?: 'none' | { readonly mg: number; readonly months: number };
  readonly clearance?: number;
  readonly calcium?: 'low' | 'within' | 'high';
  readonly vitaminD?: number;
  readonly hipSurgery?: string;
  readonly allergies?: readonly Drug[];
  readonly facts?: Readonly<Partial<Record<MedicalFact, Answer>>>;
  readonly otherwise?: 'nothing';
}

const siteNames = { spine: 'lumbar-spine', hip: 'total-hip', neck: 'femoral-neck' } as const;

const inOrder: StatedPatient = {
  fractures: [],
  spine: {},
  glucocorticoid: 'none',
  clearance: 80,
  calcium: 'within',
  vitaminD: 75,
  hipSurgery: 'none',
  allergies: [],
  frax: 3,
};

export function patientFrom(stated: StatedPatient, on: string): BonePatient {
  const nothingElse = stated.otherwise === 'nothing';
  const full = nothingElse ? { ...inOrder, ...stated } : stated;
  const { sex = 'not-recorded', fractures, spine } = full;
  return {
    sex,
    birthDate: full.age === undefined ? 'not-recorded' : bornFor(full.age, on),
    postmenopausal: full.menopause ?? (sex === 'male' ? 'no' : 'not-recorded'),
    fractures:
      fractures?.map((each) => ({
        site: each.site,
        on: each.on === undefined ? 'not-recorded' : knownDate(each.on),
        fragility: each.fragility ?? 'yes',
        seenOnImage: each.seen ?? 'yes',
      })) ?? 'not-recorded',
    spine:
      spine === undefined || spine === 'not-made'
        ? (spine ?? 'not-recorded')
        : {
            broken: Object.entries(spine).map(([level, vertebra]) =>
              broken(level as VertebralLevel, vertebra),
            ),
            complete: full.wholeSpine ?? true,
          },
    scan: scanFrom(full, sex, on),
    fraxMajor: full.frax ?? 'not-recorded',
    glucocorticoid:
      typeof full.glucocorticoid === 'object'
        ? { mgPerDay: full.glucocorticoid.mg, months: full.glucocorticoid.months }
        : (full.glucocorticoid ?? 'not-recorded'),
    clearance: full.clearance ?? 'not-recorded',
    calcium: full.calcium ?? 'not-recorded',
    vitaminD: full.vitaminD ?? 'not-recorded',
    hipSurgery:
      full.hipSurgery === undefined
        ? 'not-recorded'
        : full.hipSurgery === 'none'
          ? 'none'
          : knownDate(full.hipSurgery),
    allergies: full.allergies ?? 'not-recorded',
    facts: {
      ...(nothingElse ? Object.fromEntries(medicalFacts.map((fact) => [fact, 'no'] as const)) : {}),
      ...full.facts,
    },
  };
}

/** Somebody who has this age on the day, with a birthday on 1 January. */
function bornFor(age: number, on: string): CalendarDate {
  return knownDate(`${partsOf(knownDate(on)).year - age}-01-01`);
}

function broken(level: VertebralLevel, { grade, on, lost }: StatedVertebra): BrokenVertebra {
  const [percent, mm] = lost ?? [];
  return {
    level,
    grade: grade ?? 'not-recorded',
    on: on === undefined ? 'not-recorded' : knownDate(on),
    measured:
      percent === undefined
        ? 'not-recorded'
        : {
            losses: [{ position: 'anterior', against: 'own-posterior', percent, mm: mm ?? null }],
            atLeast: false,
          },
  };
}

function scanFrom({ t, reference, scanOn }: StatedPatient, sex: Sex, on: string): BonePatient['scan'] {
  if (t === undefined) return 'not-recorded';
  if (t === 'none') return 'none';
  const measurements = Object.entries(t).map(([name, value]) => ({
    site: siteNames[name as keyof typeof siteNames] satisfies DxaSite,
    side: name === 'spine' ? null : ('left' as const),
    vertebrae: name === 'spine' ? (['L1', 'L2', 'L3', 'L4'] as const) : null,
    excluded: [],
    bmd: null,
    tScore: { value, text: String(value), reference: { database: null, sex: reference ?? sex } },
    zScore: null,
  }));
  const scan: DxaScan = {
    date: knownDate(scanOn ?? on),
    device: { maker: 'hologic', model: null, serial: null },
    measurements,
    notMeasurable: [],
  };
  return scan;
}
