// Reads a T- or Z-score as devices and letters write it: decimal comma or point, any of the minus signs of print.
// Decision: anything else is refused; "-2.5 / -2.7" is two scores and "−2·5" a scan error.

import { failure, type Result, success } from '@breekpunt/core';
import { type ImplausibleValue, plausible } from '../plausible-value.ts';
import type { DxaRules } from './dxa-rules.ts';
import type { ScoreReference, StatedScore } from './dxa-scan.ts';

const written = /^([-+−–])?\s?(\d{1,2}(?:[.,]\d{1,3})?)$/;

/** The score with its characters kept, or why it cannot be one. */
export function parseScore(
  text: string,
  reference: ScoreReference,
  rules: DxaRules,
): Result<StatedScore, ImplausibleValue> {
  const trimmed = text.trim();
  const parts = written.exec(trimmed);
  const range = rules.plausible.score;
  if (parts?.[2] === undefined) return failure({ kind: 'not-a-number', quantity: 'score', range });
  const size = Number(parts[2].replace(',', '.'));
  const value = parts[1] === undefined || parts[1] === '+' || size === 0 ? size : -size;
  const checked = plausible('score', value, range);
  return checked.ok ? success({ value, text: trimmed, reference }) : checked;
}
