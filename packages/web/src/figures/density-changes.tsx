// What changed since the scan before, in a line for each region: only called a change beyond what the device itself could make of it.

import type { CaseFigures } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { densityChangeInWords } from '../density-change/density-change-in-words.ts';
import { useDensityWords } from '../density-change/use-density-words.ts';
import { dayInWords } from '../format/dates.ts';
import { RuleLink } from '../rules/rule-link.tsx';
import { useSay } from '../words/use-words.tsx';
import { useFigureWords } from './use-figure-words.ts';

export function DensityChanges({
  changes,
}: {
  readonly changes: CaseFigures['changes'];
}): ReactElement | null {
  const appSay = useSay();
  const say = useFigureWords();
  const words = useDensityWords();
  if (changes.length === 0) return null;
  return (
    <ul className="plain-list density-changes">
      {changes.map(({ site, since, change }) => (
        <li key={site} data-outcome={change.outcome}>
          <strong>{say('t.since', { place: say.of('region', site), day: dayInWords(since, appSay) })}</strong>{' '}
          {densityChangeInWords(change, words, appSay)} <RuleLink id={change.reasons[0]} />
        </li>
      ))}
    </ul>
  );
}
