// The rules behind an answer as the page shows them: the sentence, where it stands, and whether it may be called advice.

import { addressOf, type DutchAndFrench, type Knowledge, type KnowledgeStatus } from '@breekpunt/knowledge';

export interface ShownRule {
  readonly id: string;
  /** In English, as the knowledge has it. */
  readonly text: string;
  /** The same in Dutch and French. */
  readonly sentences: DutchAndFrench;
  /** draft: nobody confirmed it in the primary text. */
  readonly status: KnowledgeStatus;
  /** By a physician of this hospital, under this version. */
  readonly signed: boolean;
  readonly sources: readonly {
    readonly title: string;
    readonly publisher: string;
    readonly year: number | null;
    readonly where: string;
    readonly address: string | null;
  }[];
}

export function shownRules(
  ids: readonly string[],
  knowledge: Knowledge,
  signed: ReadonlySet<string>,
): readonly ShownRule[] {
  return ids.flatMap((id) => {
    const rule = knowledge.rules[id];
    if (rule === undefined) return [];
    const sources = rule.citations.flatMap(({ id: source, where }) => {
      const known = knowledge.sources[source];
      if (known === undefined) return [];
      const { title, publisher, year = null } = known;
      return [{ title, publisher, year, where, address: addressOf(known) }];
    });
    const { text, sentences, status } = rule;
    return [{ id, text, sentences, status, signed: signed.has(id), sources }];
  });
}
