// A bone densitometry as the device reported it. Decision: what the device gave is kept as it was given (the text of
// the score included) with the reference it was compared with, because a Belgian form for men and the positions of
// ISCD read the same man by two references and both are right. Nothing is computed here.

import type { CalendarDate, Sex, Side, VertebralLevel } from '@breekpunt/core';

export const dxaSites = ['lumbar-spine', 'total-hip', 'femoral-neck', 'trochanter', 'forearm-33'] as const;
export type DxaSite = (typeof dxaSites)[number];

export const dxaMakers = ['hologic', 'lunar', 'norland', 'other', 'not-recorded'] as const;
/** GE Healthcare devices are `lunar`. */
export type DxaMaker = (typeof dxaMakers)[number];

export interface DxaDevice {
  readonly maker: DxaMaker;
  /** As the device names itself; null when not recorded. */
  readonly model: string | null;
  /** Which device of the hospital: two of one model are still two. Null when not recorded. */
  readonly serial: string | null;
}

export const exclusionReasons = ['fracture', 'artefact', 'degeneration', 'not-recorded'] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

export interface ExcludedVertebra {
  readonly level: VertebralLevel;
  readonly reason: ExclusionReason;
}

/** Which young adults, or which people of the same age, a score compares with. */
export interface ScoreReference {
  /** As the device names it: NHANES III, Lunar Germany. Null when not recorded. */
  readonly database: string | null;
  readonly sex: Sex;
}

/** A T- or Z-score as stated. */
export interface StatedScore {
  readonly value: number;
  /** The characters of the device: "-2,5" is less precise than -2.5 looks. */
  readonly text: string;
  readonly reference: ScoreReference;
}

export interface DxaMeasurement {
  readonly site: DxaSite;
  /** Null for the spine, and where it was not recorded. */
  readonly side: Side | null;
  /** Lumbar spine: the vertebrae in the printed value. Null when not recorded, and for other sites. */
  readonly vertebrae: readonly VertebralLevel[] | null;
  /** Lumbar spine: what was left out, and why. */
  readonly excluded: readonly ExcludedVertebra[];
  /** g/cm2. Null when not recorded. */
  readonly bmd: number | null;
  readonly tScore: StatedScore | null;
  readonly zScore: StatedScore | null;
}

export interface NotMeasurable {
  readonly site: DxaSite;
  /** Why, in the words of the reader: prosthesis, screws, cannot lie still. */
  readonly reason: string;
}

export interface DxaScan {
  readonly date: CalendarDate;
  readonly device: DxaDevice;
  readonly measurements: readonly DxaMeasurement[];
  /** Sites that this patient does not have or cannot hold still; they are not missing. */
  readonly notMeasurable: readonly NotMeasurable[];
}
