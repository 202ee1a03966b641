// A text as the claim checker sees it: sentences, and in each the concepts that stand there, which of them are denied, and
// what is carried on from before. Decision: a treatment is carried while the sentences speak of none or only in general
// ("de injectie"); a condition is carried until the text names another one.

import type { ClaimConcept, ClaimLanguage } from '@breekpunt/knowledge';
import { type ConceptWords, isPartOf, type Term, termEnd } from './concept-words.ts';
import { deniedWords } from './denials.ts';
import { quantitiesIn } from './quantities-in.ts';
import { type Sentence, sentencesIn } from './sentences-in.ts';
import type { Word } from './words-in.ts';

export interface Mention {
  readonly concept: ClaimConcept;
  readonly start: number;
  readonly end: number;
  readonly denied: boolean;
}

export interface ReadSentence extends Sentence {
  readonly words: number;
  readonly question: boolean;
  readonly mentions: readonly Mention[];
  /** Treatments and conditions spoken of before. */
  readonly carried: readonly Mention[];
}

const carryFor = 4;

export function claimView(
  text: string,
  words: readonly Word[],
  concepts: readonly ClaimConcept[],
  vocabulary: ConceptWords,
  language: ClaimLanguage,
): ReadSentence[] {
  const measured = concepts.filter(({ quantity }) => quantity !== undefined);
  let next = 0;
  const bare = sentencesIn(text).map((sentence) => {
    while ((words[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.start) next += 1;
    const from = next;
    while ((words[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.end) next += 1;
    const mentions = mentionsIn(text, words, from, next, vocabulary, measured, language);
    const question = asks(text.slice(sentence.start, sentence.end));
    return { ...sentence, words: next - from, question, mentions };
  });
  return withCarried(bare);
}

/** A question claims nothing, unless it only dresses up as one. */
function asks(sentence: string): boolean {
  return sentence.trimEnd().endsWith('?') && !/^\W*(?:wist|saviez|did you know)/iu.test(sentence);
}

function mentionsIn(
  text: string,
  words: readonly Word[],
  from: number,
  until: number,
  vocabulary: ConceptWords,
  measured: readonly ClaimConcept[],
  language: ClaimLanguage,
): Mention[] {
  const hits: { concept: ClaimConcept; from: number; to: number; term?: Term }[] = [];
  for (let at = from; at < until; at += 1)
    for (const term of vocabulary.startingWith(words[at]?.text ?? '')) {
      const to = termEnd(term, words, at, until);
      if (to !== undefined) hits.push({ concept: term.concept, from: at, to, term });
    }
  for (const quantity of quantitiesIn(words.slice(from, until)))
    for (const concept of measured)
      if (within(quantity, concept))
        hits.push({ concept, from: from + quantity.from, to: from + quantity.to });
  // A denial between the words of an expression ("houdt de artrose niet tegen") is no part of it, and denies it.
  const used = new Set(
    hits.flatMap(({ from: first, to, term }) =>
      to - first === 1
        ? []
        : range(first, to).filter((at) => term === undefined || isPartOf(term, words[at]?.text ?? '')),
    ),
  );
  const denied = deniedWords(text, words, from, until, language, used);
  return hits.map(({ concept, from: first, to }) => ({
    concept,
    start: words[first]?.start ?? 0,
    end: words[to - 1]?.end ?? 0,
    denied: countsDenial(concept) && range(first, to).some((at) => denied.has(at)),
  }));
}

function countsDenial({ kind }: ClaimConcept): boolean {
  return kind === 'effect' || kind === 'statement';
}

function within(
  found: { readonly unit: string; readonly least: number; readonly most: number },
  { quantity }: ClaimConcept,
): boolean {
  if (quantity === undefined || quantity.unit !== found.unit) return false;
  return (
    found.most >= (quantity.least ?? Number.NEGATIVE_INFINITY) &&
    found.least <= (quantity.most ?? Number.POSITIVE_INFINITY)
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function withCarried(sentences: readonly Omit<ReadSentence, 'carried'>[]): ReadSentence[] {
  let treatments: readonly Mention[] = [];
  let age = 0;
  let section = -1;
  let conditions: readonly Mention[] = [];
  return sentences.map((sentence) => {
    const own = sentence.mentions.filter(({ concept }) => concept.kind === 'treatment');
    const general = sentence.mentions.filter(({ concept }) => concept.kind === 'generic');
    const ills = sentence.mentions.filter(({ concept }) => concept.kind === 'condition');
    age += 1;
    if (age > carryFor || (sentence.heading && sentence.section !== section && own.length === 0))
      treatments = [];
    section = sentence.section;
    const carried = [...(own.length === 0 ? treatments : []), ...(ills.length === 0 ? conditions : [])];
    if (own.length > 0) [treatments, age] = [[...own, ...general], sentence.heading ? -carryFor : 0];
    else if (general.length > 0 && treatments.length === 0) [treatments, age] = [general, 0];
    if (ills.length > 0) conditions = ills;
    return { ...sentence, carried };
  });
}
