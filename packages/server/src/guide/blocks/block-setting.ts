// What drawing a block needs to know of its page.

import type { Say } from '../words/guide-words.ts';

export interface BlockSetting {
  readonly say: Say;
  /** Where the guide lies. */
  readonly path: string;
  /** What was ticked today. */
  readonly done: ReadonlySet<string>;
  /** The page that ticking comes back to, under `path`. */
  readonly here: string;
}
