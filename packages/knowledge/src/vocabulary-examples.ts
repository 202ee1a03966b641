// The two sentences that prove each vocabulary row; for tests and for the rules page, not for reading reports.

import examples from './generated/vocabulary-examples.json' with { type: 'json' };

export interface VocabularyExample {
  /** The row's id. */
  readonly id: string;
  readonly lang: string;
  readonly role: string;
  /** A sentence whose reading changes when the row is taken away. */
  readonly matches: string;
  /** A sentence that looks near, and whose reading does not depend on the row. */
  readonly skips: string;
}

export const vocabularyExamples: readonly VocabularyExample[] = examples;
