// The patient's guide as data: blocks of text with what they rest on and when they hold, exercises, pictures, figures and
// the words between them. Decision: what a block is stands once; what it says stands once a language, so that a missing
// translation is a fact that can be counted. Which block comes when is inform's to decide.

import type { Country, KnowledgeStatus } from './dated-value.ts';

/** The languages a guide can be read in. German is listed as missing. */
export const guideLanguages = ['nl', 'fr', 'en'] as const;
export type GuideLanguage = (typeof guideLanguages)[number];

/** Languages a guide ought to have and does not. */
export const missingGuideLanguages = ['de'] as const;

/** The parts of a guide, in the order a reader meets them. */
export const guideSections = [
  'today',
  'alarm',
  'exercises',
  'day-planner',
  'medicines',
  'appointments',
  'who-to-call',
  'what-happened',
  'packing-list',
  'discharge',
  'home-and-aids',
  'costs',
  'complications',
  'recovery',
  'mortality',
  'bone-health',
  'falls-plan',
  'questions',
  'teach-back',
  'sources',
] as const;
export type GuideSection = (typeof guideSections)[number];

/** How sure the matter is: the four words of GRADE, an expert's choice, or a fact that no study has to show. */
export const certainties = ['high', 'moderate', 'low', 'very-low', 'expert', 'fact'] as const;
export type Certainty = (typeof certainties)[number];

export const blockKinds = [
  'text',
  'list',
  'steps',
  'checklist',
  'warning',
  'questions',
  'quiz',
  'test',
] as const;
export type BlockKind = (typeof blockKinds)[number];

export const audiences = ['patient', 'carer'] as const;
export type Audience = (typeof audiences)[number];

/** What a condition may ask, and the words it may answer with; a block holds when every question named fits one word. */
export const conditionWords = {
  diagnosis: [
    'hip-fracture',
    'vertebral-fracture',
    'avascular-necrosis',
    'hip-osteoarthritis',
    'other-fracture',
  ],
  site: [
    'femoral-neck',
    'trochanteric',
    'subtrochanteric',
    'wrist',
    'upper-arm',
    'elsewhere',
    'not-recorded',
  ],
  region: ['thoracic', 'lumbar', 'both', 'outside', 'not-recorded'],
  cause: ['fragility', 'accident', 'not-recorded'],
  stage: ['before-collapse', 'collapse', 'worn', 'not-recorded'],
  treatment: ['operation', 'conservative', 'not-recorded', 'does-not-fit'],
  operation: [
    'total-prosthesis',
    'half-prosthesis',
    'screws',
    'dynamic-hip-screw',
    'nail',
    'cement',
    'core-decompression',
    'other',
    'none',
  ],
  phase: [
    'first-day',
    'hospital',
    'weeks-1-6',
    'week-6',
    'weeks-6-26',
    'after-6-months',
    'no-operation',
    'lie-and-walk',
    'build-up',
    'strength',
    'return',
    'lasting',
    'surgeon-first',
    'ongoing',
    'arm-start',
    'arm-build-up',
    'arm-later',
  ],
  place: ['hospital', 'home', 'rehabilitation', 'care-home', 'not-recorded'],
  medicine: [
    'paracetamol',
    'anti-inflammatory',
    'opioid',
    'opioid-without-stop',
    'bone-drug-tablet',
    'bone-drug-injection',
    'anticoagulant',
    'calcium-or-vitamin-d',
    'not-recorded',
    'none',
  ],
  home: ['alone', 'with-somebody', 'not-recorded'],
  stairs: ['yes', 'no', 'not-recorded'],
  adult: ['over-50', 'under-50', 'not-recorded'],
  'held-back': ['yes', 'no'],
  precautions: ['given', 'not-given'],
  brace: ['yes', 'no', 'not-recorded'],
  'weight-bearing': ['full', 'partial', 'none', 'not-recorded'],
} as const;
/** Operations and medicines that a guide knows by name: what a condition may ask, without the words for none and not known. */
export type OperationKind = Exclude<(typeof conditionWords.operation)[number], 'none'>;
export const operationKinds: readonly OperationKind[] = conditionWords.operation.filter(
  (word) => word !== 'none',
);
export type MedicineKind = Exclude<
  (typeof conditionWords.medicine)[number],
  'opioid-without-stop' | 'not-recorded' | 'none'
>;
export const medicineKinds: readonly MedicineKind[] = conditionWords.medicine.filter(
  (word) => word !== 'opioid-without-stop' && word !== 'not-recorded' && word !== 'none',
);

export type ConditionName = keyof typeof conditionWords;
export type BlockCondition = Readonly<Partial<Record<ConditionName, readonly string[]>>>;

/** What every piece of content says about itself. */
export interface ContentStanding {
  /** Ids of sources.yaml; at least one. */
  readonly sources: readonly string[];
  readonly certainty: Certainty;
  /** confirmed only when every source is, and nobody held it back. */
  readonly status: KnowledgeStatus;
  /** Calendar day of the text. */
  readonly date: string;
  /** Calendar day by which somebody reads it again; at most 24 months later. */
  readonly reviewBy: string;
}

export interface ContentBlock extends ContentStanding {
  readonly id: string;
  readonly section: GuideSection;
  /** 1 what to do now, 2 what it is, 3 more for who wants it. */
  readonly layer: 1 | 2 | 3;
  readonly kind: BlockKind;
  readonly audience: readonly Audience[];
  readonly when: BlockCondition;
  /** Both when absent. */
  readonly country?: Country;
  readonly texts: Readonly<Partial<Record<GuideLanguage, BlockText>>>;
}

export interface BlockText {
  readonly title?: string;
  /** Paragraphs, items or steps. */
  readonly text: readonly string[];
  /** Beside the items of a checklist, in their order: why. Empty when none says why. */
  readonly why: readonly string[];
  readonly quiz?: QuizText;
  readonly test?: TestText;
}

/** What IPDAS asks of a test before a decision aid may speak of it (K7 to K10). */
export interface TestText {
  /** What comes next when something is found, and when nothing is. */
  readonly positive: string;
  readonly negative: string;
  /** What it means to find something that would never have given trouble. */
  readonly harmless: string;
  /** How often the test is wrong, or that this is not known. */
  readonly accuracy: string;
}

export interface QuizText {
  readonly question: string;
  readonly right: string;
  readonly wrong: readonly string[];
  readonly because: string;
}

export const postures = ['lying', 'sitting', 'standing', 'walking'] as const;
export type Posture = (typeof postures)[number];

/** Who opens the gate of an exercise: nobody needs to, or this answer has to be yes. */
export const exerciseGates = ['none', 'physiotherapist', 'surgeon', 'x-ray-stable'] as const;
export type ExerciseGate = (typeof exerciseGates)[number];

export interface ExerciseDose {
  readonly timesADay?: readonly [number, number];
  readonly timesAWeek?: readonly [number, number];
  readonly repeat?: readonly [number, number];
  readonly sets?: readonly [number, number];
  readonly holdSeconds?: readonly [number, number];
  readonly minutes?: readonly [number, number];
}

export interface Exercise extends ContentStanding {
  readonly id: string;
  readonly posture: Posture;
  readonly picture: string;
  readonly gate: ExerciseGate;
  /** Diagnosis, phases, operations in which it is shown. */
  readonly when: BlockCondition;
  /** By phase; `default` for the others. */
  readonly doses: Readonly<Record<string, ExerciseDose>>;
  readonly texts: Readonly<Partial<Record<GuideLanguage, ExerciseText>>>;
}

export interface ExerciseText {
  readonly name: string;
  readonly how: readonly string[];
  /** When not to do it. */
  readonly notIf: readonly string[];
  readonly stop: string;
}

/** A line drawing by hand: paths of SVG in a box of 240 by 160, by what they show. */
export interface Picture {
  readonly id: string;
  /** Centres of heads, radius 11. */
  readonly heads: readonly (readonly [number, number])[];
  /** The body and the nearer limbs, the limbs behind, where the movement ends, furniture, direction. */
  readonly body: readonly string[];
  readonly behind: readonly string[];
  readonly ends: readonly string[];
  readonly things: readonly string[];
  readonly arrows: readonly string[];
  readonly alts: Readonly<Partial<Record<GuideLanguage, string>>>;
}

/** Counts of one denominator from one source. */
export interface FigureSet extends ContentStanding {
  readonly id: string;
  readonly section: GuideSection;
  readonly when: BlockCondition;
  /** All rows count in this many people: 100 or 1,000. */
  readonly outOf: 100 | 1000;
  readonly rows: readonly FigureRow[];
  /** Per language: what is counted, in whom, over what time; and a name for each row. */
  readonly texts: Readonly<Partial<Record<GuideLanguage, FigureText>>>;
}

export interface FigureRow {
  readonly id: string;
  readonly count: number;
  readonly low?: number;
  readonly high?: number;
}

export interface FigureText {
  readonly title: string;
  readonly caption: string;
  readonly rows: Readonly<Record<string, string>>;
}

/** How long things take after an event or operation: spans of weeks on one line. */
export interface SpanSet extends ContentStanding {
  readonly id: string;
  readonly section: GuideSection;
  readonly when: BlockCondition;
  /** End of the line, in weeks. */
  readonly longest: number;
  readonly rows: readonly SpanSetRow[];
  readonly texts: Readonly<Partial<Record<GuideLanguage, SpanText>>>;
}

export interface SpanSetRow {
  readonly id: string;
  /** Weeks. */
  readonly from: number;
  readonly to: number;
  /** As far as it lasts for some. */
  readonly forSome?: number;
}

export interface SpanText {
  readonly title: string;
  readonly caption: string;
  readonly rows: Readonly<Record<string, { readonly name: string; readonly text: string }>>;
}

/** A thing to get, or something to change in the house. */
export const homeAdviceKinds = ['aid', 'house'] as const;

/** What is advised at home, and the answers that make it fit; without any it holds for everybody of its condition. */
export interface HomeAdvice extends ContentStanding {
  readonly id: string;
  readonly kind: (typeof homeAdviceKinds)[number];
  readonly when: BlockCondition;
  /** By question the answer that asks for it; one is enough. */
  readonly because: Readonly<Record<string, 'yes' | 'no'>>;
  readonly texts: Readonly<Partial<Record<GuideLanguage, { readonly text: string; readonly why: string }>>>;
}

/** The check of home and aids: what is asked, and what follows from the answers. */
export interface HomeCheckContent {
  readonly questions: readonly {
    readonly id: string;
    readonly texts: Readonly<Partial<Record<GuideLanguage, string>>>;
  }[];
  readonly advice: readonly HomeAdvice[];
}

/** One question of the alarm check: signs of one level that belong together. */
export interface AlarmGroup {
  readonly id: string;
  readonly level: 'ambulance-now' | 'emergency-now' | 'call-today' | 'within-days';
  /** Words of the alarm signs in parameters and rules. */
  readonly signs: readonly string[];
  readonly texts: Readonly<Partial<Record<GuideLanguage, AlarmGroupText>>>;
}

export interface AlarmGroupText {
  readonly question: string;
  /** Asked once more when a red one was not known. */
  readonly again?: string;
  /** Short sign for the list of signs on paper. */
  readonly short: string;
}

/** Everything of knowledge/content that the guide is made of. */
export interface GuideContent {
  readonly blocks: readonly ContentBlock[];
  readonly exercises: readonly Exercise[];
  readonly pictures: readonly Picture[];
  readonly figures: readonly FigureSet[];
  readonly spans: readonly SpanSet[];
  readonly alarmGroups: readonly AlarmGroup[];
  readonly home: HomeCheckContent;
  /** Names, labels and sentences between the blocks; by language, then key. A word may differ by country. */
  readonly words: Readonly<
    Record<GuideLanguage, Readonly<Record<string, string | Readonly<Record<Country, string>>>>>
  >;
}

/** Places in a text that the record fills; every other place names a word, or a number of a parameter. */
export const guideVariables = ['leg', 'hip', 'arm', 'vertebra', 'hospital'] as const;
