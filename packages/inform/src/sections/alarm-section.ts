// The alarm signs of this patient, gravest first, as they stand on paper: every level with its signs and whom to call.

import type { AlarmLevel } from '@breekpunt/intervene';
import type { Block, WarningBlock } from '../guide/guide.ts';
import { contentBlocks } from './content-blocks.ts';
import { type Making, recordOrigin } from './making.ts';

const levels: readonly AlarmLevel[] = ['ambulance-now', 'emergency-now', 'call-today'];

export function alarmSection(making: Making): readonly Block[] {
  return [...levels.map((level) => warning(level, making)), ...contentBlocks('alarm', making)];
}

/** The rules the signs rest on; their sources are the warning's. */
const ruleOf: Readonly<Partial<Record<AlarmLevel, readonly string[]>>> = {
  'ambulance-now': ['AL1'],
  'emergency-now': ['AL2', 'AL4'],
  'call-today': ['AL5', 'AL6', 'AL7'],
};

function warning(level: AlarmLevel, making: Making): WarningBlock {
  const { alarm, knowledge, words } = making;
  const { title, actions } = alarm.cards[level];
  const signs = alarm.questions.filter((question) => question.level === level).map(({ short }) => short);
  const rules = (ruleOf[level] ?? []).flatMap((id) => knowledge.rules[id] ?? []);
  return {
    ...recordOrigin(`alarm.${level}`, 1, making),
    sources: [...new Set(rules.flatMap(({ citations }) => citations.map(({ id }) => id)))],
    certainty: 'expert',
    certaintyText: words.say('certainty-expert'),
    status: rules.some(({ status }) => status === 'draft') ? 'draft' : 'confirmed',
    kind: 'warning',
    level,
    title,
    signs,
    actions,
  };
}
