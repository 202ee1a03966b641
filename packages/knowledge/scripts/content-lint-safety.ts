// What must never be missing: every alarm sign of the rules is asked in exactly one question of its own level, in every
// language, so that "yes" means the sign and nothing else; and the signs of spinal cord and cauda equina stand in a block of
// every vertebral guide.

import type { Parameter } from '../src/dated-value.ts';
import {
  type ContentBlock,
  type GuideContent,
  type GuideLanguage,
  guideLanguages,
} from '../src/guide-content.ts';
import type { Problem } from './problem.ts';

/** The parameter that lists the signs of a level. */
const listOf = {
  'ambulance-now': 'alarm.red-now',
  'emergency-now': 'alarm.red-emergency',
  'call-today': 'alarm.orange',
  'within-days': 'alarm.yellow',
} as const;

/** "Kunt u niet plassen?": some answer "no, I cannot". "Voelt u uw kruis?": whoever is well says yes. */
const twoWays: Readonly<Record<GuideLanguage, RegExp>> = {
  nl: /\b(niet|geen|niets|nooit)\b|^(kunt|lukt|voelt|staat) /iu,
  fr: /(^|\s)(ne|n['’]).*\s(pas|plus|rien|jamais)\b|^(sentez|pouvez|tenez|arrivez)-vous/iu,
  en: /\b(not|no|nothing|never|cannot)\b|^can you /iu,
};

/** The questions among the sentences of a text. */
function questionsIn(text: string): readonly string[] {
  return (text.match(/[^.?!]+\?/g) ?? []).map((sentence) => sentence.trim());
}

export function lintSafety(content: GuideContent, parameters: readonly Parameter[]): Problem[] {
  const problems: Problem[] = [];
  const note = (place: string, message: string): void => {
    problems.push({ file: 'content', place, message });
  };
  for (const [level, id] of Object.entries(listOf)) {
    const value = parameters.find((parameter) => parameter.id === id)?.values.at(-1)?.value;
    for (const sign of Array.isArray(value) ? value.map(String) : []) {
      const asking = content.alarmGroups.filter(({ signs }) => signs.includes(sign));
      const [only] = asking;
      if (asking.length !== 1) note(sign, `an alarm sign is asked in one question; found ${asking.length}`);
      else if (only?.level !== level) note(sign, `a sign of "${level}" is asked as "${only?.level}"`);
    }
  }
  for (const { id, texts } of content.alarmGroups)
    for (const language of guideLanguages)
      for (const question of questionsIn(
        `${texts[language]?.question ?? ''} ${texts[language]?.again ?? ''}`,
      ))
        if (twoWays[language].test(question))
          note(
            `${language} ${id}`,
            `"yes" must mean the sign; ask what is there, or state the signs below ("${question}")`,
          );
  const redFlags = content.blocks.filter(isForEveryVertebra);
  if (redFlags.length === 0) note('alarm', 'no block of red flags that stands in every vertebral guide');
  return problems;
}

/** A warning of layer 1 among the alarm signs, on no other condition than the vertebral fracture. */
function isForEveryVertebra({ section, kind, layer, when, country }: ContentBlock): boolean {
  const onlyDiagnosis = Object.keys(when).every((name) => name === 'diagnosis');
  const vertebral = when.diagnosis?.includes('vertebral-fracture') ?? false;
  return (
    section === 'alarm' &&
    kind === 'warning' &&
    layer === 1 &&
    onlyDiagnosis &&
    vertebral &&
    country === undefined
  );
}
