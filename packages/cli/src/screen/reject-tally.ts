// The rejects as a few lines for the terminal: per file and kind of reason how many and what the first is, so that
// one look tells whether a column is wrong or a row. Places and reasons only, never values; the rows
// themselves stand in the rejects file.

import { describePlace, describeReject, type Reject } from '@breekpunt/integrate';

const linesAtMost = 8;

export class RejectTally {
  readonly #groups = new Map<string, { path: string; sentence: string; first: string; count: number }>();

  add(path: string, { place, reason }: Pick<Reject, 'place' | 'reason'>): void {
    const sentence = describeReject(reason);
    const about = 'field' in reason ? reason.field : 'element' in reason ? reason.element : '';
    const key = `${path}\n${reason.kind}\n${about}`;
    const group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, { path, sentence, first: describePlace(place), count: 1 });
    else group.count += 1;
  }

  /** The commonest first; the rest as one line. */
  lines(): string[] {
    const groups = [...this.#groups.values()].sort((a, b) => b.count - a.count);
    const lines = groups
      .slice(0, linesAtMost)
      .map(({ path, sentence, first, count }) =>
        count === 1
          ? `${path}: ${first}: ${sentence}`
          : `${path}: ${count} not read, first at ${first}: ${sentence}`,
      );
    const rest = groups.slice(linesAtMost).reduce((sum, { count }) => sum + count, 0);
    return rest === 0 ? lines : [...lines, `${rest} more for other reasons, all in the rejects file`];
  }
}
