// An answer as a sentence, for what a colleague answered and for what machines sent.

import type { FieldAnswer, ShownField } from '@breekpunt/server';
import { dayInWords } from '../format/dates.ts';
import { numberFormat } from '../format/formatters.ts';
import type { Say } from '../words/use-words.tsx';
import type { AssessmentSay } from './use-assessment-words.ts';

export function answerInWords(field: ShownField, answer: FieldAnswer, own: AssessmentSay, say: Say): string {
  if (answer === null) return own('unknown');
  if (answer === 'no') return field.kind.kind === 'yes-no' ? own('no') : noneInWords(field, own);
  if (answer === true) return own('yes');
  if (typeof answer === 'number')
    return `${numberInWords(answer, own.language)} ${unitInWords(field, own)}`.trim();
  if (typeof answer === 'string')
    return field.kind.kind === 'day' ? dayInWords(answer, say) : own.of(`choice.${field.field}`, answer);
  if (Array.isArray(answer)) return answer.map((each) => partInWords(field, each, own, say)).join(', ');
  return composedInWords(field, answer as unknown as Readonly<Record<string, unknown>>, own, say);
}

/** "Not measured", "lives" …: what "no" means for this question. */
export function noneInWords({ field, kind }: ShownField, own: AssessmentSay): string {
  const special = own.of('none', field);
  return special === field ? own.of('none', kind.kind) : special;
}

export function unitInWords({ range }: ShownField, own: AssessmentSay): string {
  return range === null ? '' : own.of('unit', range.unit);
}

/** With a decimal comma where people write one, and a true minus. Without groups of three: "17.000" would be read as 17. */
export function numberInWords(value: number, language: string): string {
  return numberFormat(language, { maximumFractionDigits: 3, useGrouping: false })
    .format(value)
    .replace('-', '−');
}

function partInWords(field: ShownField, part: unknown, own: AssessmentSay, say: Say): string {
  if (typeof part === 'string') return own.of(`choice.${field.field}`, part);
  const { site, on } = part as { readonly site: string; readonly on: string | null };
  return `${say.of('site', site)} (${dayInWords(on, say)})`;
}

function composedInWords(
  field: ShownField,
  answer: Readonly<Record<string, unknown>>,
  own: AssessmentSay,
  say: Say,
): string {
  const number = (value: unknown): string => numberInWords(Number(value), own.language);
  const day = dayInWords((answer['on'] as string | null | undefined) ?? null, say);
  switch (field.kind.kind) {
    case 'event': {
      const words = own.of(`event.${field.field}`, String(answer['outcome']));
      const when = answer['on'] === null ? '' : `, ${day}`;
      return `${words}${when}${answer['reason'] === null ? '' : `: ${String(answer['reason'])}`}`;
    }
    case 'lab':
      return `${number(answer['value'])} ${String(answer['unit'])}, ${day}`;
    case 'scan': {
      const scores = Object.entries(answer['scores'] as Readonly<Record<string, number>>);
      return `${scores.map(([site, score]) => `${own.of('part', site)} ${number(score)}`).join('; ')}. ${own.of('maker', String(answer['maker']))}, ${day}`;
    }
    case 'spine': {
      const broken = answer['broken'] as readonly { readonly level: string; readonly grade: number }[];
      const levels =
        broken.length === 0
          ? own('part.noBroken')
          : broken
              .map(({ level, grade }) =>
                grade < 1 ? `${level}: ${own('part.half')}` : `${level}: ${own('part.grade')} ${grade}`,
              )
              .join(', ');
      return `${levels}. ${own.of('imaging', String(answer['imaging']))}, ${day}`;
    }
    case 'frax':
      return `${number(answer['major'])} %, ${day}`;
    case 'stage':
      return `${String(answer['stage'])}, ${own.of('system', String(answer['system']))}`;
    case 'glucocorticoid':
      return `${number(answer['mgPerDay'])} mg, ${number(answer['months'])} ${own('unit.months')}`;
    default:
      return '';
  }
}
