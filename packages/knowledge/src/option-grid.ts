// A decision aid: options side by side in the same rows. Decision: what IPDAS asks before something may be called a decision
// aid is a required field here, so that an aid that lacks it does not compile.

import type { KnowledgeStatus, ValueSource } from './dated-value.ts';

/** The rows of every grid, in the order in which they are read. */
export const gridRows = [
  'gain',
  'walking',
  'lasts',
  'harm',
  'reoperation',
  'task',
  'recovery',
  'cost',
  'certainty',
  'nothing',
] as const;
export type GridRow = (typeof gridRows)[number];

/** How sure it is, from the GRADE working group's four words. */
export const certaintyWords = ['high', 'moderate', 'low', 'very-low'] as const;
export type CertaintyWord = (typeof certaintyWords)[number];

export const gridPathways = [
  'hip-fracture',
  'vertebral-fracture',
  'necrosis',
  'hip-osteoarthritis',
  'bone-medicine',
] as const;
export type GridPathway = (typeof gridPathways)[number];

export interface OptionGrid {
  readonly id: string;
  readonly language: 'nl' | 'fr' | 'en';
  readonly pathway: GridPathway;
  readonly title: string;
  /** What the matter is (IPDAS Q1). */
  readonly condition: string;
  /** What is to be decided (Q2). */
  readonly decision: string;
  readonly who: string;
  /** Signs that go before any choice; never null for a vertebral fracture. */
  readonly alarm: string | null;
  /** What living with the options is like, in body, mind and company (Q6). */
  readonly experience: string;
  /** How sure the numbers are (K5). */
  readonly uncertainty: string;
  /** At least two (Q3). */
  readonly options: readonly GridOption[];
  /** Statements to weigh what matters most. */
  readonly values: readonly string[];
  /** The tests this choice rests on, each told in full (K7 to K10); empty when it rests on none. */
  readonly tests: readonly GridTest[];
  /** Why there is no test to tell of; null when there is one. */
  readonly withoutTests: string | null;
  /** Who paid (K6). */
  readonly funding: string;
  /** When it was made and when it is looked at again (K3, K4). */
  readonly update: { readonly policy: string; readonly made: string; readonly reviewBy: string };
  readonly status: KnowledgeStatus;
}

/** A test as the guide tells of it: a block of the kind "test". */
export interface GridTest {
  /** Of the block. */
  readonly id: string;
  readonly name: string;
  /** What comes next when something is found (K7), and when nothing is (K8). */
  readonly positive: string;
  readonly negative: string;
  /** What finding something means that would never have given trouble (K9). */
  readonly harmless: string;
  /** How often the test is wrong, or that this is not known (K10). */
  readonly accuracy: string;
}

export interface GridOption {
  readonly id: string;
  readonly name: string;
  /** Good points (Q4) and bad points (Q5). */
  readonly gains: readonly string[];
  readonly harms: readonly string[];
  readonly rows: Readonly<Record<Exclude<GridRow, 'certainty'>, GridCell>>;
  readonly certainty: { readonly word: CertaintyWord; readonly why: string };
}

export interface GridCell {
  readonly text: string;
  /** Empty for what needs no source: what to do, what to ask. */
  readonly sources: readonly ValueSource[];
}
