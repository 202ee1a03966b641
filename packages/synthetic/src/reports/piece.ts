// A piece of text together with what it states. Templates carry slots in {braces}; [[double brackets]]
// mark the words that name a fracture and vanish on rendering, so that truth and text cannot drift apart.

import type { Random } from '../random.ts';
import type { Intent, Statement } from './statement.ts';

export interface Piece {
  readonly text: string;
  readonly statements: readonly Statement[];
}

export type Slots = Readonly<Record<string, string>>;

export const nothing: Piece = { text: '', statements: [] };

/** One of the phrasings, filled in, stating nothing. */
export function say(random: Random, variants: readonly string[], slots: Slots = {}): Piece {
  return { text: sentence(fill(random.pick(variants), slots)), statements: [] };
}

/** One of the phrasings, filled in; every intent takes its words from the bracket of the same rank. */
export function tell(
  random: Random,
  variants: readonly string[],
  slots: Slots,
  ...intents: readonly Intent[]
): Piece {
  return stated(sentence(fill(random.pick(variants), slots)), intents);
}

/** As tell, but left in lower case, for use inside a list. */
export function mention(random: Random, variants: readonly string[], slots: Slots, about: Intent): Piece {
  return stated(fill(random.pick(variants), slots), [about]);
}

export function join(pieces: readonly Piece[], separator: string): Piece {
  const spoken = pieces.filter((piece) => piece.text !== '');
  return {
    text: spoken.map((piece) => piece.text).join(separator),
    statements: spoken.flatMap((piece) => piece.statements),
  };
}

export function fill(template: string, slots: Slots): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`No value for slot "${name}" in "${template}".`);
    return value;
  });
}

function stated(marked: string, intents: readonly Intent[]): Piece {
  const spans = [...marked.matchAll(/\[\[(.+?)\]\]/g)].map((match) => match[1] as string);
  if (spans.length === 0) throw new Error(`No [[evidence]] in "${marked}".`);
  return {
    text: marked.replace(/\[\[|\]\]/g, ''),
    statements: intents.map((about, rank) => ({
      evidence: spans[Math.min(rank, spans.length - 1)] as string,
      ...about,
    })),
  };
}

function sentence(text: string): string {
  return text.replace(/^(\[\[)?\p{Ll}/u, (start) => start.toUpperCase());
}
