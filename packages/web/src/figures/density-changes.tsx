// What changed since the scan before, in a line for each region: only called a change beyond what the device itself could make of it.

import type { CaseFigures } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { dayInWords } from '../format/dates.ts';
import { RuleLink } from '../rules/rule-link.tsx';
import { useSay } from '../words/use-words.tsx';
import { decimal } from './number-words.ts';
import { type FigureSay, useFigureWords } from './use-figure-words.ts';

type Change = CaseFigures['changes'][number]['change'];

export function DensityChanges({
  changes,
}: {
  readonly changes: CaseFigures['changes'];
}): ReactElement | null {
  const appSay = useSay();
  const say = useFigureWords();
  if (changes.length === 0) return null;
  return (
    <ul className="plain-list density-changes">
      {changes.map(({ site, since, change }) => (
        <li key={site} data-outcome={change.outcome}>
          <strong>{say('t.since', { place: say.of('region', site), day: dayInWords(since, appSay) })}</strong>{' '}
          {changeInWords(change, say)} <RuleLink id={change.reasons[0]} />
        </li>
      ))}
    </ul>
  );
}

function changeInWords(change: Change, say: FigureSay): string {
  switch (change.outcome) {
    case 'not-comparable':
      return say('t.change.not-comparable', {
        because: change.because.map((each) => say.of('because', each)).join(', '),
      });
    case 'cannot-tell':
      return say(
        change.missing.some((each) => each.startsWith('precision error'))
          ? 't.change.no-precision'
          : 't.change.cannot-tell',
      );
    default:
      return say(`t.change.${change.outcome}`, {
        change: decimal(change.change, 3, say.language),
        least: decimal(change.least, 3, say.language),
      });
  }
}
