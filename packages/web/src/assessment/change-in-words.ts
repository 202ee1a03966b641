// What comes out differently in a decision, in words for whoever reads: one line for each outcome that changed, and one for the
// rest of what is about the same thing. Decision: places of the record are read here and never shown; what has no words of its
// own is named as "other details" and counted nowhere as less.

import type { ReviewedDecisions } from '@breekpunt/server';
import type { AssessmentSay } from './use-assessment-words.ts';

type Change = NonNullable<ReviewedDecisions['differing'][number]['changes']>[number];

const lists = { options: 'offered', possible: 'possible', blocked: 'blocked' } as const;
const aspects = [
  'safety',
  'payment',
  'place',
  'turn',
  'course',
  'missing',
  'reasons',
  'standing',
  'figures',
] as const;

export function changesInWords(
  topic: string,
  changes: readonly Change[],
  own: AssessmentSay,
): readonly string[] {
  const lines: string[] = [];
  const rest = new Map<string, Set<string>>();
  for (const change of changes) {
    const parts = change.place.split('/').filter((part) => part !== 'table');
    const subject = subjectOf(topic, parts, own);
    const line = outcomeLine(topic, parts, change, subject, own);
    if (line === null) rest.set(subject, (rest.get(subject) ?? new Set()).add(aspectOf(parts)));
    else if (!lines.includes(line)) lines.push(line);
  }
  const others = [...rest]
    // What is said to be offered or not is not said again by its details.
    .filter(([subject]) => !lines.some((line) => line.startsWith(subject)))
    .map(([subject, of]) =>
      own('changed.other', {
        subject,
        aspects: [...of].map((aspect) => own.of('changed.aspect', aspect)).join(', '),
      }),
    );
  return [...lines, ...others];
}

/** The drug, option, score or part of the answer that a place is about. */
function subjectOf(topic: string, parts: readonly string[], own: AssessmentSay): string {
  const [first = '', second] = parts;
  if (first === 'outcome') return own('changed.subject.table');
  if (topic === 'bone' && first === 'options' && second !== undefined) return own.of('drug', second);
  if (topic === 'pain-relief' && second !== undefined) return own.of('option', second);
  if (first in lists && second !== undefined) return own.of('option', second);
  if (first === 'scores' && second !== undefined) return `${own('changed.subject.scores')} ${second}`;
  const named = own.of('changed.subject', first);
  return named === first ? own('changed.subject.whole') : named;
}

function outcomeLine(
  topic: string,
  parts: readonly string[],
  { before, after }: Change,
  subject: string,
  own: AssessmentSay,
): string | null {
  const [first = '', second, third, fourth] = parts;
  const isTable = topic !== 'bone' && first in lists;
  if (isTable) {
    if (third !== 'option' || second === undefined) return null;
    const list = lists[first as keyof typeof lists];
    const word = { offered: 'Offered', possible: 'Possible', blocked: 'Blocked' } as const;
    const what = before === null ? own(`changed.${list}`) : own(`changed.not${word[list]}`);
    return own('changed.option', { option: subject, what });
  }
  const last = parts.at(-1);
  if (last !== 'outcome') return null;
  const aspect = topic === 'bone' && first === 'options' ? third : undefined;
  const group = groupOf(topic, first, aspect);
  const name =
    aspect === undefined || fourth === undefined
      ? subject
      : `${subject}, ${own.of('changed.aspect', aspect)}`;
  return own('changed.line', {
    subject: name,
    before: valueInWords(before, group, own),
    after: valueInWords(after, group, own),
  });
}

/** Where the words of an outcome stand. */
function groupOf(topic: string, part: string, aspect: string | undefined): string {
  if (aspect !== undefined) return aspect;
  if (topic === 'pain-relief') return 'pain';
  const groups: Readonly<Record<string, string>> = {
    outcome: 'table',
    anabolicFirst: 'anabolic',
    gate: 'option',
    fractureService: 'service',
    otherHip: 'necrosis.otherHip',
    causes: 'necrosis.causes',
    image: 'oa.image',
    dose: 'oa.dose',
  };
  return groups[part] ?? part;
}

function valueInWords(json: string | null, group: string, own: AssessmentSay): string {
  if (json === null) return own('changed.none-there');
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'string') return String(value);
  // Some outcomes are whole sentences on their panel; here they are parts of one.
  const short = own.of(`changed.${group}`, value);
  return short === value ? own.of(group, value) : short;
}

function aspectOf(parts: readonly string[]): string {
  return aspects.find((aspect) => parts.includes(aspect)) ?? 'other';
}
