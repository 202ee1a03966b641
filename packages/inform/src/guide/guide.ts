// The guide as it is read, on a phone or on paper: ordered sections of typed blocks. Decision: a block carries its text,
// its origin and how sure it is, so that whoever draws it needs no knowledge; what is not known is a block of its own.

import type { Answer, CalendarDate } from '@breekpunt/core';
import type { AlarmLevel } from '@breekpunt/intervene';
import type { Recorded } from '@breekpunt/investigate';
import type {
  Audience,
  Certainty,
  GuideLanguage,
  GuideSection,
  HomeAdvice,
  KnowledgeStatus,
  MedicineKind,
  Posture,
} from '@breekpunt/knowledge';
import type { AppointmentKind, ServiceRole } from '../input/guide-input.ts';
import type { OpioidStanding } from '../medicines/opioid-standing.ts';
import type { GuidePhase } from './phase.ts';

export interface Guide {
  readonly language: GuideLanguage;
  readonly knowledgeVersion: string;
  readonly today: CalendarDate;
  /** Says the kind of fracture and nothing that identifies. */
  readonly title: string;
  /** Whole days since the operation, or since the event without one. */
  readonly day: Recorded<number>;
  /** "Dag 9 na uw operatie", or that the day is not known. */
  readonly dayText: string;
  readonly phase: GuidePhase;
  readonly sections: readonly Section[];
  /** Ids of the decision aids that are open to this patient. */
  readonly choices: readonly string[];
  /** draft as soon as one block is. */
  readonly standing: KnowledgeStatus;
  /** What the record does not say, in words of the reader. */
  readonly notKnown: readonly string[];
  readonly sources: readonly GuideSource[];
}

export interface Section {
  readonly id: GuideSection;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Where a block comes from and how sure it is. */
export interface Origin {
  /** Stable; the same on screen and on paper. */
  readonly id: string;
  readonly layer: 1 | 2 | 3;
  readonly audience: readonly Audience[];
  /** The language the text stands in; another than the guide's when it is not translated. */
  readonly language: GuideLanguage;
  readonly sources: readonly string[];
  readonly certainty: Certainty;
  /** In the reader's words. */
  readonly certaintyText: string;
  readonly status: KnowledgeStatus;
  /** null when the block says what the record says, not what knowledge says. */
  readonly date: CalendarDate | null;
  readonly reviewBy: CalendarDate | null;
}

export type Block =
  | TextBlock
  | ChecklistBlock
  | WarningBlock
  | ExerciseBlock
  | MedicineBlock
  | AppointmentBlock
  | ContactBlock
  | IconArrayBlock
  | SpansBlock
  | PlannerBlock
  | QuizBlock
  | TestBlock
  | HomeCheckBlock
  | NotKnownBlock;

export interface TextBlock extends Origin {
  readonly kind: 'text' | 'list' | 'steps' | 'questions';
  readonly title: string | null;
  readonly text: readonly string[];
}

export interface ChecklistBlock extends Origin {
  readonly kind: 'checklist';
  readonly title: string | null;
  readonly items: readonly { readonly id: string; readonly text: string; readonly why: string | null }[];
}

export interface WarningBlock extends Origin {
  readonly kind: 'warning';
  readonly level: AlarmLevel;
  /** One action: "Bel nu 112". */
  readonly title: string;
  readonly signs: readonly string[];
  /** In the order to try them. */
  readonly actions: readonly CallAction[];
}

/** Whom to call and what to say. */
export interface CallAction {
  readonly text: string;
  readonly role: ServiceRole | 'ambulance' | null;
  /** null: nobody gave a number; `text` says what to do then. */
  readonly phone: string | null;
  readonly hours: string | null;
  /** A sentence to say on the telephone; null when none is needed. */
  readonly say: string | null;
}

export interface ExerciseBlock extends Origin {
  readonly kind: 'exercise';
  readonly exercise: string;
  readonly name: string;
  readonly posture: Posture;
  readonly how: readonly string[];
  readonly dose: string;
  readonly timesADay: number | null;
  /** For a timer; null when nothing is held or timed. */
  readonly holdSeconds: number | null;
  readonly minutes: number | null;
  readonly stop: string;
  readonly notIf: readonly string[];
  /** SVG that takes the colour of the text around it. */
  readonly picture: { readonly id: string; readonly svg: string; readonly alt: string };
}

export interface MedicineBlock extends Origin {
  readonly kind: 'medicine';
  readonly medicine: MedicineKind;
  readonly name: string;
  readonly dose: string;
  readonly times: readonly string[];
  readonly stopOn: Recorded<CalendarDate>;
  readonly stopText: string | null;
  /** Of a strong painkiller; null for others. */
  readonly opioid: OpioidStanding | null;
  readonly advice: readonly string[];
}

export interface AppointmentBlock extends Origin {
  readonly kind: 'appointment';
  readonly appointment: string;
  readonly what: AppointmentKind;
  readonly on: CalendarDate;
  readonly at: Recorded<string>;
  readonly title: string;
  readonly when: string;
  readonly place: string;
  readonly bring: readonly string[];
}

export interface ContactBlock extends Origin {
  readonly kind: 'contact';
  readonly role: ServiceRole | 'ambulance';
  readonly name: string;
  readonly phone: string | null;
  readonly hours: string | null;
  readonly place: string | null;
  readonly for: string;
}

export interface IconArrayBlock extends Origin {
  readonly kind: 'icon-array';
  readonly title: string;
  readonly caption: string;
  readonly outOf: 100 | 1000;
  readonly rows: readonly IconArrayRow[];
}

export interface IconArrayRow {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly low: number | null;
  readonly high: number | null;
  /** "34 van de 1.000 wel, 966 niet". */
  readonly text: string;
}

/** How long things take, in weeks from the event or operation. */
export interface SpansBlock extends Origin {
  readonly kind: 'spans';
  readonly title: string;
  readonly caption: string;
  /** End of the line. */
  readonly longest: number;
  /** Where the reader is; null when the day is not known. */
  readonly nowWeek: number | null;
  readonly rows: readonly SpanRow[];
}

export interface SpanRow {
  readonly id: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** As far as it lasts for some; null when nothing is known of that. */
  readonly forSome: number | null;
  readonly text: string;
}

export interface PlannerBlock extends Origin {
  readonly kind: 'planner';
  readonly title: string;
  readonly sitAtMostMinutes: number;
  readonly slots: readonly {
    readonly at: string;
    readonly minutes: number;
    readonly activity: 'lie' | 'walk' | 'sit' | 'exercise';
    readonly text: string;
  }[];
}

export interface QuizBlock extends Origin {
  readonly kind: 'quiz';
  readonly question: string;
  readonly options: readonly { readonly text: string; readonly right: boolean }[];
  readonly because: string;
}

/** A test and everything its two outcomes can mean. */
export interface TestBlock extends Origin {
  readonly kind: 'test';
  readonly title: string;
  readonly text: readonly string[];
  readonly positive: string;
  readonly negative: string;
  /** What it means to find something that would never have given trouble. */
  readonly harmless: string;
  readonly accuracy: string;
}

/** Questions about body and house, and what is advised by the answers. */
export interface HomeCheckBlock extends Origin {
  readonly kind: 'home-check';
  /** Whether anything was answered yet. */
  readonly answered: boolean;
  readonly questions: readonly { readonly id: string; readonly text: string; readonly answer: Answer }[];
  readonly advice: readonly HomeCheckAdvice[];
}

export interface HomeCheckAdvice {
  readonly id: string;
  readonly kind: 'aid' | 'house';
  readonly text: string;
  readonly why: string;
  /** By question the answer that asks for it; empty when it holds for everybody now. */
  readonly because: HomeAdvice['because'];
  /** not-recorded: nobody answered yet what would tell. */
  readonly fits: Answer;
}

/** Something nobody recorded, with what the reader can do about it. */
export interface NotKnownBlock extends Origin {
  readonly kind: 'not-known';
  readonly text: string;
}

export interface GuideSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly year: number | null;
  readonly address: string | null;
  readonly confirmed: boolean;
}
