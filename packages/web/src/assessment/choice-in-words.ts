// A choice of the physician in words: a drug, an option of a table, or none.

import type { TopicView } from '@breekpunt/server';
import type { OptionTable } from './option-lists.tsx';
import type { AssessmentSay } from './use-assessment-words.ts';

export function choiceInWords(topic: string, choice: string, own: AssessmentSay): string {
  if (topic !== 'bone') return own.of('option', choice);
  const drug = own.of('drug', choice);
  return drug === choice ? own.of('choiceOf', choice) : drug;
}

const withoutDrug = ['no-drug', 'contraindicated', 'declined', 'referred', 'postponed'] as const;
const gates = [
  'emergency-now',
  'look-for-the-cause-first',
  'spine-surgeon-now',
  'team',
  'without-operation',
] as const;

/** Everything that may be chosen; what the rules offer stands first. */
export function choicesOf(view: TopicView): readonly string[] {
  const all = [...view.offered, ...everything(view)];
  return [...new Set(all)];
}

function everything(view: TopicView): readonly string[] {
  switch (view.topic) {
    case 'bone':
      return [...(view.result?.options.map(({ drug }) => drug) ?? []), ...withoutDrug];
    case 'hip-fracture':
    case 'brace':
    case 'cement':
      return optionsIn(view.result);
    case 'necrosis':
    case 'osteoarthritis':
      return optionsIn(view.result?.table ?? null);
    case 'spine':
      return gates;
    case 'pain-relief':
      return view.result?.checks.map(({ drug }) => drug) ?? [];
  }
}

function optionsIn(table: OptionTable | null): readonly string[] {
  const { options = [], possible = [], blocked = [] } = table ?? {};
  return [...options, ...possible, ...blocked].map(({ option }) => option);
}
