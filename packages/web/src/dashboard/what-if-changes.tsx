// What a plan changes: the difference after 1, 5 and 10 years with its interval, and both ways of working beside each other after the
// longest time.

import type { SimulationAnswer } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { NumberTable } from './number-table.tsx';
import { type Say, useSay } from './use-dashboard-words.ts';

type Horizons = SimulationAnswer['horizons'];
type Effect = keyof Horizons[number]['difference'];

const shown: readonly Effect[] = [
  'fractures',
  'hip-fractures',
  'deaths',
  'bed-days',
  'patients-treated',
  'nurse-hours',
  'scans',
  'fracture-cost',
  'care-cost',
  'net-cost',
];

export function Changes({
  horizons,
  draws,
}: {
  readonly horizons: Horizons;
  readonly draws: number;
}): ReactElement {
  const say = useSay();
  return (
    <section className="stack" aria-labelledby="changes-title">
      <h2 id="changes-title">{say('whatif.changes')}</h2>
      <NumberTable
        caption={say('whatif.changes')}
        heads={[say('whatif.what'), ...horizons.map(({ years }) => say.count('whatif.years', years))]}
        rows={shown.map((effect) => ({
          key: effect,
          name: say.of('effect', effect),
          cells: horizons.map(({ difference }) => {
            const { middle, low, high } = difference[effect];
            return (
              <>
                {signed(middle, say)}{' '}
                <span className="interval muted small">
                  {say('whatif.from', { low: signed(low, say), high: signed(high, say) })}
                </span>
              </>
            );
          }),
        }))}
      />
      <p className="muted small">{say('whatif.interval', { draws })}</p>
    </section>
  );
}

export function NowAndPlan({ horizons }: { readonly horizons: Horizons }): ReactElement | null {
  const say = useSay();
  const last = horizons.at(-1);
  if (last === undefined) return null;
  const title = say('whatif.both', { years: last.years });
  return (
    <section className="stack" aria-labelledby="both-title">
      <h2 id="both-title">{title}</h2>
      <NumberTable
        caption={title}
        heads={[say('whatif.what'), say('whatif.now'), say('whatif.plan')]}
        rows={shown.map((effect) => ({
          key: effect,
          name: say.of('effect', effect),
          // The plan is what is now and the middle of the differences, so that the columns agree with the table above.
          cells: [
            rounded(last.now[effect].middle, say),
            rounded(last.now[effect].middle + last.difference[effect].middle, say),
          ],
        }))}
      />
    </section>
  );
}

/** With its sign. */
export function signed(value: number, say: Say): string {
  return written(value, say, 'exceptZero');
}

export function rounded(value: number, say: Say): string {
  return written(value, say, 'negative');
}

/** Large amounts without false precision. */
function written(value: number, say: Say, signDisplay: 'exceptZero' | 'negative'): string {
  const step = Math.abs(value) >= 10_000 ? 1000 : Math.abs(value) >= 1000 ? 10 : 1;
  return new Intl.NumberFormat(say.language, { maximumFractionDigits: 0, signDisplay })
    .format(Math.round(value / step) * step)
    .replace('-', '−');
}
