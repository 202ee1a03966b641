// docs/decision-aids.md: every decision aid against every criterion of IPDAS that qualifies or certifies. Written by
// `npm run knowledge`; the check fails when it is older than the aids.

import type { OptionGrid } from '../src/option-grid.ts';
import { criteria } from './ipdas.ts';

export function aidsPage(grids: readonly OptionGrid[]): string {
  const ids = [...new Set(grids.map(({ id }) => id))].toSorted();
  const lines = ids.flatMap((id) => {
    const own = grids.filter((grid) => grid.id === id);
    const languages = own.map(({ language }) => language);
    return [
      `## ${id}`,
      '',
      ...(own[0]?.withoutTests == null ? [] : [`No test: ${own[0].withoutTests}`, '']),
      `| criterion | asks | ${languages.join(' | ')} |`,
      `| --- | --- |${languages.map(() => ' --- |').join('')}`,
      ...criteria.map(
        ({ id: criterion, asks, met }) =>
          `| ${criterion} | ${asks} | ${own.map((grid) => met(grid) ?? '**not met**').join(' | ')} |`,
      ),
      '',
    ];
  });
  return [
    '# Decision aids against the criteria of IPDAS',
    '',
    'Written by `npm run knowledge` from the compiled aids; do not edit. Six criteria qualify (Q) and ten certify (K), of',
    'which K7 to K10 are asked only of an aid that rests on a test. An aid that lacks one does not compile',
    '([why](decisions/0092-decision-aids-that-refuse.md)). The wording of K7 to K10 is ours: the original was not read.',
    'Quality criteria that a build can see are met by every aid: one denominator a row, the course without treatment, a step to',
    'weigh values, plain language. Tests with patients and review by clinicians are not done: every aid is a draft.',
    '',
    ...lines,
  ].join('\n');
}
