// How far a "what if" can be trusted: what the model was fitted to, and published figures it was not fitted to beside what it gives,
// misses included.

import type { SimulationAnswer } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { numberInWords } from './figure-words.ts';
import { NumberTable } from './number-table.tsx';
import { useSay } from './use-dashboard-words.ts';

/** A quarter more or a fifth less than published. */
const isMiss = (ratio: number): boolean => ratio < 0.8 || ratio > 1.25;

export function Trust({ result }: { readonly result: SimulationAnswer }): ReactElement {
  const say = useSay();
  const one = new Intl.NumberFormat(say.language, { maximumFractionDigits: 1 });
  const two = new Intl.NumberFormat(say.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const write = (value: number, unit: SimulationAnswer['checks'][number]['unit']): string =>
    unit === 'percent' ? `${one.format(value)} %` : numberInWords(value, say);
  const ratios = result.checks.map(({ simulated, published }) => simulated / published);
  const misses = ratios.filter(isMiss).length;
  return (
    <section className="stack" aria-labelledby="trust-title">
      <h2 id="trust-title">{say('whatif.trust')}</h2>
      <p>
        {say('whatif.fit')}{' '}
        {result.fit
          .map(({ years, target, reached }) =>
            say('whatif.fitOf', { years, target: one.format(target), reached: one.format(reached) }),
          )
          .join('; ')}
        .
      </p>
      <p>
        {say('whatif.checks')} {say('whatif.misses', { n: misses, of: ratios.length })}
      </p>
      <NumberTable
        caption={say('whatif.trust')}
        heads={[say('whatif.what'), say('whatif.published'), say('whatif.simulated'), say('whatif.ratio')]}
        rows={result.checks.map(({ id, published, simulated, unit }, place) => {
          const ratio = ratios[place] ?? 0;
          const missed = isMiss(ratio);
          return {
            key: id,
            name: say.of('check', id),
            marked: missed,
            cells: [
              write(published, unit),
              write(simulated, unit),
              <>
                {two.format(ratio)}
                {missed && ` ${say(ratio < 1 ? 'whatif.tooLow' : 'whatif.tooHigh')}`}
              </>,
            ],
          };
        })}
      />
      <p className="small muted">{say('whatif.limits')}</p>
    </section>
  );
}
