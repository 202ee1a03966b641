// The figures of a score as one line of words. Decision: a percentage with one decimal and no more, because no model is surer
// than that; a span stays a span.

import type { RiskView } from '@breekpunt/server';
import { numberInWords } from '../assessment/answer-in-words.ts';
import type { RiskSay } from './use-risk-words.ts';

type Figure = RiskView['figures'][number];

export function valueInWords({ least, most, unit }: Figure, own: RiskSay): string {
  const [low, high] = [least, most].map((value) => numberInWords(rounded(value, unit), own.language));
  const words = low === high ? (low ?? '') : own('span', { least: low ?? '', most: high ?? '' });
  return unit === '%' ? `${words} %` : words;
}

export function figuresInWords(figures: readonly Figure[], own: RiskSay): string {
  return figures.map((figure) => `${valueInWords(figure, own)} ${own(`figure.${figure.what}`)}`).join('; ');
}

function rounded(value: number, unit: Figure['unit']): number {
  return unit === '%' ? Math.round(value * 10) / 10 : value;
}
