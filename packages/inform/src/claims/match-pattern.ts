// Whether a pattern of the register is met at a sentence, and by which words. Three reaches: the sentence, the passage (the
// sentence with its neighbours of one section), the whole text.

import type { ClaimPattern, Together, Wanted } from '@breekpunt/knowledge';
import type { Mention, ReadSentence } from './claim-view.ts';

const passageReach = 3;

/** The mentions that met the pattern, the first of them in this sentence; undefined when it is not met. */
export function matchPattern(
  pattern: ClaimPattern,
  sentences: readonly ReadSentence[],
  at: number,
): readonly Mention[] | undefined {
  const here = sentences[at];
  if (here === undefined) return undefined;
  const around = reachOf(pattern, sentences, at);
  if (pattern.none.some((unwanted) => around.some((sentence) => stands(unwanted, sentence))))
    return undefined;
  // What else is asked in a text is no advice: a list of questions for the doctor leaves no alarm signs out.
  const said = pattern.scope === 'text' ? around.filter(({ question }) => !question) : around;
  const found: Mention[] = [];
  for (const [index, alternatives] of pattern.all.entries()) {
    // What comes first in a pattern is where the claim is underlined, so it must stand here.
    const where = index === 0 ? [here] : [here, ...said];
    const met = firstMet(alternatives, where);
    if (met === undefined) return undefined;
    found.push(...met);
  }
  return found;
}

function reachOf(
  { scope }: ClaimPattern,
  sentences: readonly ReadSentence[],
  at: number,
): readonly ReadSentence[] {
  const here = sentences[at];
  switch (scope) {
    case 'sentence':
      return here === undefined ? [] : [here];
    case 'passage':
      return sentences
        .slice(Math.max(0, at - passageReach), at + passageReach + 1)
        .filter(({ section }) => section === here?.section);
    case 'text':
      return sentences;
    case 'references':
      return [];
  }
}

function firstMet(
  alternatives: readonly Together[],
  sentences: readonly ReadSentence[],
): readonly Mention[] | undefined {
  for (const together of alternatives)
    for (const sentence of sentences) {
      const mentions = together.map((wanted) => mentionOf(wanted, sentence));
      if (mentions.every((mention) => mention !== undefined)) return mentions as readonly Mention[];
    }
  return undefined;
}

function mentionOf({ concept, denied, own }: Wanted, sentence: ReadSentence): Mention | undefined {
  const fits = (mention: Mention): boolean => mention.concept.id === concept && mention.denied === denied;
  return sentence.mentions.find(fits) ?? (own ? undefined : sentence.carried.find(fits));
}

/** Denied or not; a carried condition counts, a carried treatment does not. */
function stands(unwanted: Together, sentence: ReadSentence): boolean {
  return unwanted.every(({ concept, denied }) => {
    const named = (mention: Mention): boolean =>
      mention.concept.id === concept && (!denied || mention.denied);
    return (
      sentence.mentions.some(named) ||
      sentence.carried.some((mention) => mention.concept.kind === 'condition' && named(mention))
    );
  });
}
