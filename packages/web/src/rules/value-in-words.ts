// The value of a number of the knowledge as it is read: a decimal comma where the language has one, a true minus, the unit behind;
// and where it is a list of words, those words as other pages say them.

import { inSentence } from '../assessment/field-in-sentence.ts';
import { useAssessmentWords } from '../assessment/use-assessment-words.ts';
import { numberFormat } from '../format/formatters.ts';
import { useSay } from '../words/use-words.tsx';
import { useRulesWords } from './use-rules-words.ts';

type Value = number | string | readonly (number | string)[];
type Voice = 'app' | 'assessment' | 'rules';

/** By unit, where the words for its codes stand, the first that has them. Other codes are read as they are: L1, N03A, 112. */
export const groupsOf: Readonly<Record<string, readonly (readonly [voice: Voice, group: string])[]>> = {
  'densitometry site': [['assessment', 'dxaSite']],
  'fracture site': [['app', 'site']],
  'kind of report': [['app', 'kind']],
  'number, unit, way, rhythm': [
    ['assessment', 'doseUnit'],
    ['assessment', 'way'],
    ['assessment', 'rhythm'],
  ],
  cause: [
    ['assessment', 'choice.necrosis-causes'],
    ['assessment', 'cause'],
  ],
  condition: [['rules', 'condition']],
  drug: [['assessment', 'drug']],
  fact: [
    ['assessment', 'fact'],
    ['assessment', 'field'],
  ],
  grade: [['rules', 'boundary']],
  item: [['assessment', 'fallItem']],
  problem: [['assessment', 'choice.delay-reasons']],
  sign: [['rules', 'alarm']],
  site: [['app', 'site']],
  test: [['assessment', 'test']],
};

interface Speaker {
  /** The word itself when there is none for it. */
  of(group: string, word: string): string;
}

export function useValueInWords(): (value: Value, unit: string) => string {
  const rules = useRulesWords();
  const voices: Readonly<Record<Voice, Speaker>> = { app: useSay(), assessment: useAssessmentWords(), rules };
  return (value, unit) => {
    const parts: readonly (number | string)[] = typeof value === 'object' ? value : [value];
    const words = parts.map((part) =>
      typeof part === 'number'
        ? numberFormat(rules.language, { maximumFractionDigits: 6 }).format(part).replace('-', '−')
        : codeInWords(part, unit, voices),
    );
    // A list of words says by itself what it is a list of.
    const behind = parts.some((part) => typeof part === 'string') ? '' : rules.of('unit', unit);
    return `${words.join(' · ')} ${behind}`.trim();
  };
}

function codeInWords(code: string, unit: string, voices: Readonly<Record<Voice, Speaker>>): string {
  for (const [voice, group] of groupsOf[unit] ?? []) {
    const words = voices[voice].of(group, code);
    if (words !== code) return group === 'field' ? inSentence(words) : words;
  }
  return code;
}
