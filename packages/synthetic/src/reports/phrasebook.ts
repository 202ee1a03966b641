// The shape of a language's phrasings. One book per language; the composers know no words of their own.

import type { FractureSite, Language } from '@breekpunt/core';

export interface SiteWords {
  /** Heading of the plain radiograph. */
  readonly exam: readonly string[];
  /** The examined region in a request: "pijn {body}". */
  readonly body: readonly string[];
  /** A new fracture as a noun phrase, side included. */
  readonly fracture: readonly string[];
  /** The same fracture in somebody's history; the year follows. */
  readonly past: readonly string[];
  /** What the emergency doctor finds on examination. */
  readonly signs: readonly string[];
  readonly treatment: readonly string[];
}

/** Sites a scenario can break; each book has words for every one of them. */
export type BreakableSite = Exclude<
  FractureSite,
  | 'hip.unspecified'
  | 'hip.subtrochanteric'
  | 'femur.distal'
  | 'pelvis.other'
  | 'pelvis.acetabulum'
  | 'vertebra.cervical'
  | 'vertebra.thoracic'
  | 'vertebra.lumbar'
  | 'vertebra.unspecified'
  | 'sternum'
  | 'scapula'
  | 'humerus.shaft'
  | 'humerus.distal'
  | 'forearm.shaft'
  | 'forearm.proximal'
  | 'hand'
  | 'unspecified'
>;

export type Lines = readonly string[];

export interface Phrasebook {
  readonly language: Language;
  readonly sideSlots: (side: 'left' | 'right' | null) => Readonly<Record<string, string>>;
  /** How this hospital's writers spell a vertebra: D12, Th12, T12. */
  readonly levelSpellings: readonly ((level: string) => string)[];
  readonly sites: Readonly<Record<BreakableSite, SiteWords>>;
  readonly labels: {
    readonly info: Lines;
    readonly technique: Lines;
    readonly findings: Lines;
    readonly conclusion: Lines;
    readonly history: Lines;
    readonly medication: Lines;
    readonly story: Lines;
    readonly exam: Lines;
    readonly imaging: Lines;
    readonly plan: Lines;
    readonly sign: Lines;
  };
  readonly exams: {
    readonly spine: Lines;
    readonly spineMri: Lines;
    readonly spineMriTechnique: Lines;
    readonly abdomenCt: Lines;
    readonly chest: Lines;
    readonly chestCt: Lines;
    readonly dxa: Lines;
    readonly hipMri: Lines;
    readonly skullCt: Lines;
  };
  readonly requests: {
    readonly fall: Lines;
    readonly highEnergy: Lines;
    readonly backPain: Lines;
    readonly abdomen: Lines;
    readonly chest: Lines;
    readonly joint: Lines;
    readonly oncology: Lines;
    readonly control: Lines;
    readonly dxa: Lines;
  };
  readonly comparisons: Lines;
  readonly social: Lines;
  readonly labs: Lines;
  readonly fall: Lines;
  readonly accident: Lines;
  /** Sentences that state a new fracture; {fx} is the noun phrase. */
  readonly found: Lines;
  /** A conclusion that repeats it. */
  readonly foundAgain: Lines;
  readonly attributes: Lines;
  readonly denied: Lines;
  readonly deniedRecent: Lines;
  readonly doubted: Lines;
  readonly doubtConfirmed: Lines;
  readonly doubtSettled: Lines;
  readonly followUp: Lines;
  readonly healed: Lines;
  readonly vertebra: {
    readonly fresh: Lines;
    readonly freshConclusion: Lines;
    readonly undated: Lines;
    readonly old: Lines;
    readonly unchanged: Lines;
    readonly progression: Lines;
    readonly mriFresh: Lines;
    readonly mriOld: Lines;
    readonly denied: Lines;
    readonly deniedNew: Lines;
    readonly lookalike: Lines;
    readonly pathological: Lines;
    readonly past: Lines;
    readonly vfa: Lines;
    readonly vfaDenied: Lines;
    readonly suspected: Lines;
  };
  readonly pathological: Lines;
  readonly periprosthetic: Lines;
  readonly background: {
    readonly joint: Lines;
    readonly spine: Lines;
    readonly chest: Lines;
    readonly abdomen: Lines;
    readonly abdomenEnd: Lines;
    readonly chestEnd: Lines;
    readonly oncology: Lines;
  };
  readonly traps: {
    readonly hernia: Lines;
    readonly device: Lines;
    readonly risk: Lines;
    readonly caveat: Lines;
  };
  readonly family: Lines;
  readonly noOwnFractures: Lines;
  readonly diseases: Lines;
  readonly medication: Lines;
  readonly normalExam: Lines;
  readonly plan: Lines;
  readonly bruisePlan: Lines;
  readonly letters: {
    readonly edHeads: Lines;
    readonly dischargeHeads: Lines;
    readonly dischargeReason: Lines;
    readonly course: Lines;
    readonly boneHealth: Lines;
    readonly dischargeEnd: Lines;
    readonly gpHeads: Lines;
    readonly gpEnd: Lines;
    readonly gpFracture: Lines;
    readonly gpOther: Lines;
    readonly gpBack: Lines;
    readonly clinicHeads: Lines;
    readonly internalReasons: Lines;
    readonly internalCourse: Lines;
  };
  /** Spine, femoral neck, total hip; a minus sign stands before each slot. */
  readonly tScores: Lines;
  /** In this order: osteoporosis, low density, osteoporosis of the hip, normal to slightly low. */
  readonly dxaConclusion: readonly [string, string, string, string];
  readonly pastJoin: (name: string, year: number, random: { chance(p: number): boolean }) => string;
}
