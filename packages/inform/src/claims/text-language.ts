// In which of our three languages a text is written, by its small words and by the words of the register it holds. A short text
// that gives nothing away is read as Dutch; one in another language is not read at all.

import { type ClaimLanguage, claimLanguages } from '@breekpunt/knowledge';
import type { ConceptWords } from './concept-words.ts';
import type { Word } from './words-in.ts';

const smallWords: Readonly<Record<ClaimLanguage, ReadonlySet<string>>> = {
  nl: new Set(
    'de het een en van is niet bij met voor uw u zijn op te wordt worden ook naar kan dat die geen meer als na er om door uit zo weer wij we aan ze hun'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les un une de des d l et est en pas ne avec pour par votre vous du dans sur ce qui que au aux il se ou plus nos nous'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the a an and of is not with for your you are to in that this be or it by can we our no on at from as'.split(
      ' ',
    ),
  ),
};

/** The small words of languages that the register does not know, so that a text in one of them is not taken for one of ours. */
const foreignWords: readonly ReadonlySet<string>[] = [
  'der die das und ist nicht mit fur sie ein eine zu auf wird werden auch nach kann dass im den von bei ihre',
  'el la los las de un una por con para que del se su y es en al lo no',
  'il lo la gli le di che per con un una della nel e sono si dei non',
  've bir bu icin ile de da olarak cok daha gibi',
  'i w na z do nie to jest sie oraz dla po przez',
].map((words) => new Set(words.split(' ')));

/** Of a text in one of our languages at least this share are its small words; of shorter ones nothing can be said. */
const shareOfSmallWords = 0.05;
const fewWords = 10;

/** Null when the text is in none of our languages. */
export function textLanguage(
  words: readonly Word[],
  vocabulary: Readonly<Record<ClaimLanguage, ConceptWords>>,
): ClaimLanguage | null {
  let best: ClaimLanguage = 'nl';
  let most = 0;
  for (const language of claimLanguages) {
    const count = words.filter(
      ({ text }) => smallWords[language].has(text) || vocabulary[language].startingWith(text).length > 0,
    ).length;
    if (count > most) [best, most] = [language, count];
  }
  const own = counted(words, smallWords[best]);
  if (words.length < fewWords)
    return foreignWords.some((each) => counted(words, each) > own + 1) ? null : best;
  const foreign = Math.max(...foreignWords.map((each) => counted(words, each)));
  return foreign > own || own < words.length * shareOfSmallWords ? null : best;
}

function counted(words: readonly Word[], small: ReadonlySet<string>): number {
  return words.filter(({ text }) => small.has(text)).length;
}
