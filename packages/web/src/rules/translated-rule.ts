// A rule in the language of whoever reads, beside its English sentence, which is the one that counts. Null when nobody
// translated it.

import type { ShownRule } from '@breekpunt/server';
import { ruleInWords } from '../assessment/rule-in-words.ts';
import type { Say } from '../words/use-words.tsx';

export function translatedRule(rule: Pick<ShownRule, 'id' | 'text'>, say: Say): string | null {
  // The rules of case finding have short sentences of their own, on the page of every case.
  const ofCaseFinding = say.of('reason', rule.id);
  if (ofCaseFinding !== rule.id) return ofCaseFinding;
  const { words, language } = ruleInWords(rule, say.language);
  return language === 'en' ? null : words;
}
