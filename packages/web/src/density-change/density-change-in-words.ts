// A change between two bone scans as a sentence. Decision: it says what it was computed from, because a change counts only beyond what
// this device could make of it; and where nobody can tell, it says what lacks.

import type { CaseFigures } from '@breekpunt/server';
import { dayInWords } from '../format/dates.ts';
import { numberFormat } from '../format/formatters.ts';
import type { Say } from '../words/use-words.tsx';
import type { DensitySay } from './use-density-words.ts';

type DensityChange = CaseFigures['changes'][number]['change'];

const noPrecision = 'precision error of this device and region';

export function densityChangeInWords(change: DensityChange, own: DensitySay, say: Say): string {
  switch (change.outcome) {
    case 'not-comparable':
      return own('change.not-comparable', {
        because: change.because.map((each) => own.of('notComparable', each)).join(', '),
      });
    case 'cannot-tell':
      if (change.missing.join() === noPrecision) return own('change.no-precision');
      return own('change.cannot-tell', {
        what: change.missing.map((each) => own.of('missing', each)).join(', '),
      });
    default:
      return own(`change.${change.outcome}`, {
        change: written(change.change, 3, own).replace('-', '−'),
        least: written(change.least, 4, own),
        study: own('change.study', {
          error: `${written(change.precision.error, 4, own)} ${change.precision.unit === 'percent' ? '%' : 'g/cm²'}`,
          day: dayInWords(change.precision.studiedOn, say),
        }),
      });
  }
}

function written(value: number, digits: number, { language }: DensitySay): string {
  return numberFormat(language, { maximumFractionDigits: digits }).format(value);
}
