// What a letter may say about a case. Decision: what nobody recorded is null or 'not-recorded' here and is said in words in
// the letter; a letter has no blanks and no dashes.

import type { Answer, CalendarDate } from '@breekpunt/core';
import type { Drug } from '@breekpunt/intervene';

export interface LetterFacts {
  readonly today: CalendarDate;
  readonly country: 'BE' | 'NL';
  readonly hospital: Letterhead;
  readonly patient: {
    readonly name: string | null;
    readonly birthDate: string | null;
    readonly sex: 'female' | 'male' | 'other' | 'not-recorded';
  };
  /** The fracture of this case first. */
  readonly fractures: readonly LetterFracture[];
  readonly tScores: readonly {
    readonly region: 'lumbar-spine' | 'femoral-neck' | 'total-hip' | 'forearm' | 'other';
    readonly value: number;
    readonly on: CalendarDate;
    readonly maker: string | null;
  }[];
  /** What became of the bone densitometry when there is no T-score. */
  readonly scan: 'none' | 'ordered' | 'planned' | 'not-done' | 'done';
  readonly scanNotDoneReason: string | null;
  /** Null when the spine was not looked at. */
  readonly spine: {
    readonly on: CalendarDate;
    readonly broken: readonly {
      readonly level: string;
      readonly genant: number | null;
      readonly lossPercent: number | null;
    }[];
  } | null;
  readonly labs: readonly {
    readonly name: string;
    /** Text where the laboratory gave no number ("< 5"). */
    readonly value: number | string;
    readonly unit: string | null;
    readonly on: CalendarDate | null;
  }[];
  /** Null: nobody looked. Empty: looked for and none found. */
  readonly secondaryCauses: readonly string[] | null;
  readonly riskFactors: Readonly<Record<RiskFactor, Answer>>;
  readonly alcoholUnitsPerDay: number | null;
  readonly calciumMgPerDay: number | null;
  readonly falls: {
    readonly lastYear: number | null;
    readonly risk: 'low' | 'intermediate' | 'high' | null;
    readonly referredTo: string | null;
    readonly exerciseStarted: Answer;
  } | null;
  /** Entered, never computed here: FRAX with its model, or another score. */
  readonly riskScore: {
    readonly name: string;
    /** Chance of a major fracture in ten years. */
    readonly percent: number;
    readonly hipPercent: number | null;
    readonly on: CalendarDate;
  } | null;
  /** Null: nobody asked. */
  readonly medicines: readonly string[] | null;
  readonly adherence: Answer;
  readonly decision: {
    readonly outcome:
      | 'medicine'
      | 'not-indicated'
      | 'contraindicated'
      | 'declined'
      | 'referred'
      | 'postponed'
      | 'option';
    readonly drug: Drug | null;
    readonly startOn: CalendarDate | null;
    readonly on: CalendarDate;
    readonly by: string;
    readonly rules: readonly string[];
    readonly overrideReason: string | null;
  } | null;
  readonly drugFacts: {
    readonly amount: number;
    readonly unit: string;
    readonly way: string;
    readonly rhythm: string;
    readonly courseMonths: number | null;
    readonly reviewMonths: number | null;
  } | null;
  readonly nextInjectionOn: CalendarDate | null;
  readonly contacts: readonly { readonly moment: string; readonly on: CalendarDate }[];
}

export interface LetterFracture {
  /** Word of core's fracture sites. */
  readonly site: string;
  readonly side: 'left' | 'right' | 'both' | null;
  readonly levels: readonly string[];
  readonly on: CalendarDate | null;
  readonly ofThisCase: boolean;
}

export interface Letterhead {
  readonly hospital: string;
  readonly department: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export const riskFactors = [
  'parentHipFracture',
  'smokes',
  'glucocorticoids',
  'rheumatoidArthritis',
  'diabetes',
  'kidneyDisease',
  'hormoneDeprivation',
] as const;
export type RiskFactor = (typeof riskFactors)[number];
