// Two saved evaluations side by side: which figures moved, and which reports became wrong or right. A
// comparison over different gold files is still shown, but says so, because the difference may then be
// the file's.

import type { SavedEvaluation } from './saved-evaluation.ts';

export interface FigureChange {
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
}

export interface Comparison {
  readonly sameGold: boolean;
  readonly before: string;
  readonly after: string;
  /** Only figures that differ, in the order of the newer file; figures of one file alone have a null. */
  readonly changes: readonly FigureChange[];
  readonly newlyWrong: { readonly triage: readonly string[]; readonly mentions: readonly string[] };
  readonly newlyRight: { readonly triage: readonly string[]; readonly mentions: readonly string[] };
}

export function compareEvaluations(before: SavedEvaluation, after: SavedEvaluation): Comparison {
  const names = new Set([...Object.keys(after.figures), ...Object.keys(before.figures)]);
  const changes = [...names].flatMap((name) => {
    const old = before.figures[name]?.value ?? null;
    const now = after.figures[name]?.value ?? null;
    return old === now ? [] : [{ name, before: old, after: now }];
  });
  return {
    sameGold: before.gold.sha256 === after.gold.sha256,
    before: before.date,
    after: after.date,
    changes,
    newlyWrong: {
      triage: without(after.wrongTriage, before.wrongTriage),
      mentions: without(after.wrongMentions, before.wrongMentions),
    },
    newlyRight: {
      triage: without(before.wrongTriage, after.wrongTriage),
      mentions: without(before.wrongMentions, after.wrongMentions),
    },
  };
}

function without(all: readonly string[], taken: readonly string[]): string[] {
  const known = new Set(taken);
  return all.filter((each) => !known.has(each));
}
