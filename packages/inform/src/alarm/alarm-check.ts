// The alarm check as data: the questions for this patient, and for every level the card that ends it. Decision: questions
// and cards are plain data, so that a page without a server can ask and answer; alarm-outcome.ts says how.

import { type Result, success } from '@breekpunt/core';
import { type AlarmLevel, alarmLevels, alarmNumbersOn, alarmRulesOn } from '@breekpunt/intervene';
import type { GuideContent, Knowledge, NoValueInForce } from '@breekpunt/knowledge';
import type { CallAction } from '../guide/guide.ts';
import type { GuideInput } from '../input/guide-input.ts';
import { commonValues } from '../text/common-values.ts';
import { wordsOf } from '../text/words.ts';
import { callActions } from './call-actions.ts';
import { isAsked } from './sign-relevance.ts';

export interface AlarmCheck {
  readonly intro: readonly string[];
  /** Gravest first. */
  readonly questions: readonly AlarmQuestion[];
  readonly cards: Readonly<Record<AlarmLevel, AlarmCard>>;
  /** The words of the three answers. */
  readonly answers: { readonly yes: string; readonly no: string; readonly unknown: string };
}

export interface AlarmQuestion {
  readonly id: string;
  readonly level: Exclude<AlarmLevel, 'at-home'>;
  readonly question: string;
  /** For a red question that was not known: asked once more in other words. */
  readonly again: string | null;
  /** For lists of signs. */
  readonly short: string;
  /** The signs of the rules that this question stands for. */
  readonly signs: readonly string[];
}

export interface AlarmCard {
  readonly level: AlarmLevel;
  /** One action: "Bel nu 112". */
  readonly title: string;
  /** The title when nobody knows: "Bel bij twijfel 112". */
  readonly titleInDoubt: string;
  /** Read before the title by a screen reader: "Dringend". */
  readonly urgency: string;
  readonly actions: readonly CallAction[];
  /** What the reader is told about who sees this answer. */
  readonly note: string;
}

export function alarmCheck(
  input: GuideInput,
  knowledge: Knowledge,
  content: GuideContent,
): Result<AlarmCheck, NoValueInForce> {
  const rules = alarmRulesOn(knowledge, input.today, new Set());
  if (!rules.ok) return rules;
  const numbers = alarmNumbersOn(knowledge, input.country, input.today);
  if (!numbers.ok) return numbers;
  const bare = wordsOf(content, knowledge, input);
  const words = wordsOf(content, knowledge, input, commonValues(input, bare));
  const questions = content.alarmGroups.flatMap(({ id, level, signs, texts }) => {
    const text = texts[input.language];
    const asked = signs.filter((sign) => isAsked(sign, input, rules.value));
    if (text === undefined || asked.length === 0) return [];
    const again = text.again === undefined ? null : words.fill(text.again);
    return [
      { id, level, question: words.fill(text.question), again, short: words.fill(text.short), signs: asked },
    ];
  });
  const book = { input, numbers: numbers.value, words };
  const card = (level: AlarmLevel): AlarmCard => ({
    level,
    title: words.say(`alarm-title-${level}`, { ambulance: numbers.value.ambulance }),
    titleInDoubt: words.say(`alarm-doubt-${level}`, { ambulance: numbers.value.ambulance }),
    urgency: words.say(`alarm-urgency-${level}`),
    actions: callActions(level, book),
    note: words.say(`alarm-note-${level}`),
  });
  return success({
    intro: [words.say('alarm-intro'), words.say('alarm-in-hospital')],
    questions: questions.toSorted((a, b) => alarmLevels.indexOf(a.level) - alarmLevels.indexOf(b.level)),
    cards: Object.fromEntries(alarmLevels.map((level) => [level, card(level)])) as AlarmCheck['cards'],
    answers: { yes: words.say('yes'), no: words.say('no'), unknown: words.say('unknown') },
  });
}
