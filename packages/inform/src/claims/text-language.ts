// In which of our three languages a text is written, by its small words and by the words of the register it holds. A text that
// gives nothing away is read as Dutch.

import { type ClaimLanguage, claimLanguages } from '@breekpunt/knowledge';
import type { ConceptWords } from './concept-words.ts';
import type { Word } from './words-in.ts';

const smallWords: Readonly<Record<ClaimLanguage, ReadonlySet<string>>> = {
  nl: new Set(
    'de het een en van is niet bij met voor uw zijn op te wordt worden ook naar kan dat die'.split(' '),
  ),
  fr: new Set(
    'le la les un une des et est pas avec pour votre vous du dans sur ce qui que au aux'.split(' '),
  ),
  en: new Set('the a an and of is not with for your you are to in that this be or it by can'.split(' ')),
};

export function textLanguage(
  words: readonly Word[],
  vocabulary: Readonly<Record<ClaimLanguage, ConceptWords>>,
): ClaimLanguage {
  let best: ClaimLanguage = 'nl';
  let most = 0;
  for (const language of claimLanguages) {
    const count = words.filter(
      ({ text }) => smallWords[language].has(text) || vocabulary[language].startingWith(text).length > 0,
    ).length;
    if (count > most) [best, most] = [language, count];
  }
  return best;
}
