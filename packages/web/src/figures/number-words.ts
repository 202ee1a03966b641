// Numbers as the clinic writes them: a decimal comma where the language has one, a true minus, the unit behind.

import { numberFormat } from '../format/formatters.ts';

export function decimal(value: number, digits: number, language: string): string {
  return numberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(value)
    .replace('-', '−');
}

/** Whole percentages: a model knows no tenths. Below 1 it says so. */
export function percent(value: number, language: string): string {
  return value > 0 && value < 0.5 ? '< 1 %' : `${decimal(value, 0, language)} %`;
}
