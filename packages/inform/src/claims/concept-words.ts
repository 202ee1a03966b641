// The words of all concepts of one language, arranged so that each word of a text finds its candidates at once: whole words,
// beginnings, endings and middles. Time grows with the length of the text, whatever the number of words in the register.

import type { ClaimConcept, ClaimLanguage } from '@breekpunt/knowledge';
import type { Word } from './words-in.ts';

export interface Term {
  readonly concept: ClaimConcept;
  readonly parts: readonly Part[];
}

/** One word of a term; `gap` says that up to five words may stand before it. */
interface Part {
  readonly text: string;
  readonly open: 'none' | 'end' | 'start' | 'both';
  readonly gap: boolean;
}

export interface ConceptWords {
  /** The terms whose first word this may be. */
  readonly startingWith: (word: string) => readonly Term[];
}

const longestGap = 5;
const mostWordsKept = 4_000;

export function conceptWords(concepts: readonly ClaimConcept[], language: ClaimLanguage): ConceptWords {
  const exact = new Map<string, Term[]>();
  const beginnings = new Map<string, Term[]>();
  const endings = new Map<string, Term[]>();
  const middles: Term[] = [];
  for (const concept of concepts)
    for (const written of concept.words[language]) {
      const term = { concept, parts: partsOf(written) };
      const [first] = term.parts;
      if (first === undefined) continue;
      if (first.open === 'both') middles.push(term);
      else add(first.open === 'none' ? exact : first.open === 'end' ? beginnings : endings, first.text, term);
    }
  // A text says most of its words many times.
  const looked = new Map<string, readonly Term[]>();
  return {
    startingWith: (word) => {
      const known = looked.get(word);
      if (known !== undefined) return known;
      if (looked.size >= mostWordsKept) looked.clear();
      const found = candidates(word, exact, beginnings, endings, middles);
      looked.set(word, found);
      return found;
    },
  };
}

/** The word after the last one of the term, when it stands here; within the sentence that ends at `until`. */
export function termEnd(term: Term, words: readonly Word[], at: number, until: number): number | undefined {
  let next = at + 1;
  for (const part of term.parts.slice(1)) {
    const last = part.gap ? Math.min(next + longestGap, until - 1) : next;
    let place = next;
    while (place <= last && place < until && !fits(part, words[place]?.text ?? '')) place += 1;
    if (place > last || place >= until) return undefined;
    next = place + 1;
  }
  return next;
}

/** Whether this word is one of the term's own, and does not only stand between them. */
export function isPartOf(term: Term, word: string): boolean {
  return term.parts.some((part) => fits(part, word));
}

function candidates(
  word: string,
  exact: ReadonlyMap<string, Term[]>,
  beginnings: ReadonlyMap<string, Term[]>,
  endings: ReadonlyMap<string, Term[]>,
  middles: readonly Term[],
): Term[] {
  const found = [...(exact.get(word) ?? [])];
  for (let length = 1; length <= word.length; length += 1) {
    found.push(...(beginnings.get(word.slice(0, length)) ?? []));
    found.push(...(endings.get(word.slice(-length)) ?? []));
  }
  found.push(...middles.filter(({ parts: [first] }) => first !== undefined && word.includes(first.text)));
  return found;
}

function partsOf(written: string): Part[] {
  const parts: Part[] = [];
  let gap = false;
  for (const piece of written.split(/\s+/)) {
    if (piece === '~') {
      gap = true;
      continue;
    }
    const [start, end] = [piece.startsWith('*'), piece.length > 1 && piece.endsWith('*')];
    const open = start && end ? 'both' : start ? 'start' : end ? 'end' : 'none';
    if (piece === '*') continue;
    parts.push({ text: piece.replaceAll('*', ''), open, gap });
    gap = false;
  }
  return parts;
}

function fits({ text, open }: Part, word: string): boolean {
  switch (open) {
    case 'none':
      return word === text;
    case 'end':
      return word.startsWith(text);
    case 'start':
      return word.endsWith(text);
    case 'both':
      return word.includes(text);
  }
}

function add(map: Map<string, Term[]>, key: string, term: Term): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [term]);
  else list.push(term);
}
