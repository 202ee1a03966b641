// Lets a precision study of a densitometer in only when it can be true: its error lies in the range of its unit, and a study of
// the spine names the vertebrae it measured. Decision: there is no error to fall back on. What a maker promises was measured
// on other patients by other people, so a device without a study of its own has none.

import { type CalendarDate, failure, type Result, success, type VertebralLevel } from '@breekpunt/core';
import type { Knowledge, NoValueInForce } from '@breekpunt/knowledge';
import { rangesOn } from '../parameters-on.ts';
import { type ImplausibleValue, plausible } from '../plausible-value.ts';
import type { Precision } from './density-change.ts';
import type { DxaRules } from './dxa-rules.ts';

export type PrecisionRefusal =
  | ImplausibleValue
  | NoValueInForce
  | { readonly kind: 'studied-in-the-future'; readonly today: CalendarDate }
  /** Of the spine, at least so many of L1 to L4; of other places none. */
  | { readonly kind: 'wrong-vertebrae'; readonly least: number };

const lumbar: readonly VertebralLevel[] = ['L1', 'L2', 'L3', 'L4'];

export function parsePrecision(
  study: Precision,
  today: CalendarDate,
  knowledge: Knowledge,
  rules: DxaRules,
): Result<Precision, PrecisionRefusal> {
  const ranges = rangesOn(knowledge, today, {
    'g/cm2': 'dxa.plausible-precision-error',
    percent: 'dxa.plausible-precision-percent',
  });
  if (!ranges.ok) return ranges;
  const error = plausible('precision error', study.error, ranges.value[study.unit]);
  if (!error.ok) return error;
  if (study.studiedOn > today) return failure({ kind: 'studied-in-the-future', today });
  const levels = new Set(study.vertebrae);
  const right =
    study.site === 'lumbar-spine'
      ? levels.size >= rules.leastVertebrae && study.vertebrae.every((level) => lumbar.includes(level))
      : levels.size === 0;
  return right ? success(study) : failure({ kind: 'wrong-vertebrae', least: rules.leastVertebrae });
}
