// The forms of an answer as it is stored and sent. "no" is an answer; null says that nobody gave one.

import type { CalendarDate, FractureSite, VertebralLevel } from '@breekpunt/core';
import type { DxaMaker, StagingSystem } from '@breekpunt/investigate';

export interface EventAnswer {
  readonly outcome: string;
  readonly on: CalendarDate | null;
  readonly reason: string | null;
}

export interface LabAnswer {
  readonly value: number;
  readonly unit: string;
  readonly on: CalendarDate;
}

/** Regions that the page asks for. */
export const scanRegions = ['lumbar-spine', 'total-hip', 'femoral-neck'] as const;
export type ScanRegion = (typeof scanRegions)[number];

export interface ScanAnswer {
  readonly on: CalendarDate;
  readonly maker: DxaMaker;
  /** T-scores as the device printed them; an absent region was not measured. */
  readonly scores: { readonly [Region in ScanRegion]?: number | undefined };
  /** g/cm2. Like the parts after it, absent where nobody wrote it down. */
  readonly densities?: { readonly [Region in ScanRegion]?: number | undefined } | undefined;
  /** Which device of the hospital. */
  readonly serial?: string | undefined;
  /** Of the hip. */
  readonly side?: 'left' | 'right' | undefined;
}

export interface SpineAnswer {
  readonly on: CalendarDate;
  readonly imaging: 'vfa' | 'xray' | 'ct' | 'mri';
  /** Every vertebra from T4 to L4 could be judged. */
  readonly whole: boolean;
  /** A half is a suspicion: neither a fracture nor its absence. */
  readonly broken: readonly { readonly level: VertebralLevel; readonly grade: 0.5 | 1 | 2 | 3 }[];
}

export interface FraxAnswer {
  /** Percent in ten years, major fractures, as the tool gave it. */
  readonly major: number;
  /** Percent in ten years, hip. Like the parts after it, absent where nobody wrote it down. */
  readonly hip?: number | undefined;
  /** The country that was chosen in the tool. */
  readonly country?: string | undefined;
  /** Whether the tool was told of glucocorticoids. */
  readonly glucocorticoids?: boolean | undefined;
  /** Whether the figures already allow for their dose. */
  readonly doseAdjusted?: boolean | undefined;
  readonly withBoneDensity: boolean;
  readonly on: CalendarDate;
}

export interface StageAnswer {
  readonly system: StagingSystem;
  readonly stage: string;
}

export interface GlucocorticoidAnswer {
  /** Prednisolone or what equals it. */
  readonly mgPerDay: number;
  readonly months: number;
}

export interface OtherFracture {
  readonly site: FractureSite;
  /** Null: the day is not known. */
  readonly on: CalendarDate | null;
}

export type AnswerValue =
  | true
  | number
  | string
  | readonly string[]
  | readonly OtherFracture[]
  | EventAnswer
  | LabAnswer
  | ScanAnswer
  | SpineAnswer
  | FraxAnswer
  | StageAnswer
  | GlucocorticoidAnswer;

export type FieldAnswer = AnswerValue | 'no' | null;
