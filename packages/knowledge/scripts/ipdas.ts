// The criteria of IPDAS (2013) by which an aid may be called a decision aid: six that qualify, ten that certify, of which four
// are asked of tests alone. Decision: each criterion is held against the compiled aid itself, so that the table that the build
// writes cannot say more than the aid holds; one that is not met stops the build.

import type { GridOption, OptionGrid } from '../src/option-grid.ts';
import { mostWordsBesideLeast, wordsOf } from './grid-lint.ts';

export interface Criterion {
  /** Q1 … Q6, K1 … K10. */
  readonly id: string;
  readonly asks: string;
  /** What meets it, in a few words; null when nothing does; "none" with the reason when it is not asked of this aid. */
  readonly met: (grid: OptionGrid) => string | null;
}

export const criteria: readonly Criterion[] = [
  { id: 'Q1', asks: 'describes the condition', met: ({ condition }) => words(condition) },
  { id: 'Q2', asks: 'states the decision', met: ({ decision }) => words(decision) },
  { id: 'Q3', asks: 'describes the options', met: ({ options }) => atLeast(options.length, 2, 'options') },
  { id: 'Q4', asks: 'good points of each option', met: (grid) => least(grid, ({ gains }) => gains.length) },
  { id: 'Q5', asks: 'bad points of each option', met: (grid) => least(grid, ({ harms }) => harms.length) },
  { id: 'Q6', asks: 'what it is like to live with', met: ({ experience }) => words(experience) },
  { id: 'K1', asks: 'options in equal detail', met: equalDetail },
  { id: 'K2', asks: 'cites its evidence', met: citations },
  { id: 'K3', asks: 'day it was made', met: ({ update }) => update.made },
  { id: 'K4', asks: 'policy of renewal', met: ({ update }) => `${update.policy} By ${update.reviewBy}.` },
  { id: 'K5', asks: 'how uncertain the numbers are', met: ({ uncertainty }) => words(uncertainty) },
  { id: 'K6', asks: 'who paid', met: ({ funding }) => words(funding) },
  { id: 'K7', asks: 'test: what follows when something is found', met: ofTests('positive') },
  { id: 'K8', asks: 'test: what follows when nothing is found', met: ofTests('negative') },
  { id: 'K9', asks: 'test: finding what would never do harm', met: ofTests('harmless') },
  { id: 'K10', asks: 'test: how often it is wrong', met: ofTests('accuracy') },
];

export function unmetCriteria(grid: OptionGrid): readonly Criterion[] {
  return criteria.filter(({ met }) => met(grid) === null);
}

function words(text: string): string | null {
  const count = text.split(/\s+/).filter((word) => word !== '').length;
  return count < 3 ? null : `${count} words`;
}

function atLeast(count: number, wanted: number, what: string): string | null {
  return count < wanted ? null : `${count} ${what}`;
}

function least({ options }: OptionGrid, of: (option: GridOption) => number): string | null {
  return atLeast(Math.min(...options.map(of)), 2, 'or more each');
}

function equalDetail({ options }: OptionGrid): string | null {
  const counts = options.map(wordsOf);
  const ratio = Math.max(...counts) / Math.max(1, Math.min(...counts));
  return ratio > mostWordsBesideLeast ? null : `same rows; ${ratio.toFixed(2)} times the words at most`;
}

function citations({ options }: OptionGrid): string | null {
  const cells = options.flatMap(({ rows }) => Object.values(rows));
  return atLeast(cells.filter(({ sources }) => sources.length > 0).length, 1, `of ${cells.length} cells`);
}

function ofTests(field: 'positive' | 'negative' | 'harmless' | 'accuracy'): Criterion['met'] {
  return ({ tests, withoutTests }) => {
    if (tests.length === 0) return withoutTests === null ? null : 'no test';
    return tests.every((test) => test[field].trim() !== '') ? tests.map(({ name }) => name).join(', ') : null;
  };
}
