// The sentence of a rule in the language of whoever reads. Decision: the knowledge is written in English and its sentence
// counts; a translation that is not there is not invented, and the English stands, marked as English.

import type { ShownRule } from '@breekpunt/server';
import fr from './rule-sentences/fr.json' with { type: 'json' };
import nl from './rule-sentences/nl.json' with { type: 'json' };

const sentences: Readonly<Record<string, Readonly<Record<string, string>>>> = { nl, fr };

export function ruleInWords(
  { id, text }: Pick<ShownRule, 'id' | 'text'>,
  language: string,
): { readonly words: string; readonly language: string } {
  const words = sentences[language]?.[id];
  return words === undefined ? { words: text, language: 'en' } : { words, language };
}
