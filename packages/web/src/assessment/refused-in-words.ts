// Why the server did not take an answer, in words that say what was expected; null when it was not about the answer.

import type { Refusal } from '../api/request.ts';
import { dayInWords } from '../format/dates.ts';
import type { Say } from '../words/use-words.tsx';
import { numberInWords } from './answer-in-words.ts';
import type { AssessmentSay } from './use-assessment-words.ts';

interface Refused {
  readonly kind?: string;
  readonly range?: { readonly least: number; readonly most: number; readonly unit: string };
  readonly expected?: readonly string[];
  readonly birth?: string;
  readonly needs?: string;
}

export function refusedInWords({ more }: Refusal, own: AssessmentSay, say: Say): string | null {
  const refused = more['refused'] as Refused | undefined;
  switch (refused?.kind) {
    case undefined:
      return null;
    case 'out-of-range':
      return own('refused.out-of-range', {
        least: numberInWords(refused.range?.least ?? 0, own.language),
        most: numberInWords(refused.range?.most ?? 0, own.language),
        unit: own.of('unit', refused.range?.unit ?? ''),
      });
    case 'unknown-unit':
      return own('refused.unknown-unit', { units: (refused.expected ?? []).join(', ') });
    case 'unknown-stage':
      return own('refused.unknown-stage', { stages: (refused.expected ?? []).join(', ') });
    case 'in-the-future':
      return own('refused.in-the-future');
    case 'before-birth':
      return own('refused.before-birth', { day: dayInWords(refused.birth ?? null, say) });
    case 'needs':
      return own(refused.needs === 'day' ? 'refused.needs-day' : 'refused.needs-reason');
    case 'unexpected-form':
      return own('refused.unexpected-form');
    default:
      return own('refused.other');
  }
}
