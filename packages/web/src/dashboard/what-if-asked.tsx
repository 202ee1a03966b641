// What a "what if" was asked: how the service works now and how it would, the patients it was asked of, and amounts the hospital gave.

import type { Simulation } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { dayInWords } from '../format/dates.ts';
import { numberInWords } from './figure-words.ts';
import { NumberTable } from './number-table.tsx';
import { useSay } from './use-dashboard-words.ts';
import { stepNames } from './what-if-guess.ts';

const costNames = {
  'nurse-hour-cost': 'nurseHourCost',
  'scan-cost': 'scanCost',
  'medicine-cost': 'medicineCost',
} as const;

export function Asked({ simulation: { question } }: { readonly simulation: Simulation }): ReactElement {
  const say = useSay();
  const said = (value: number | null, step: string): string => {
    if (value === null) return say('whatif.enough');
    return step.endsWith('PerMonth') ? numberInWords(value, say) : `${numberInWords(value * 100, say)} %`;
  };
  const costs = Object.entries(question.costs).map(
    ([name, value]) =>
      `${say.of('whatif', costNames[name as keyof typeof costNames])}${say('colon')} ${numberInWords(value, say)}`,
  );
  return (
    <section className="stack" aria-labelledby="asked-title">
      <h2 id="asked-title">{say('whatif.asked')}</h2>
      <p>
        {say('whatif.perYear', { n: numberInWords(question.patientsPerYear, say) })}{' '}
        {say('whatif.mix', { day: dayInWords(question.on, say) })}
      </p>
      <NumberTable
        caption={say('whatif.asked')}
        heads={[say('whatif.step'), say('whatif.now'), say('whatif.plan')]}
        rows={stepNames.map((step) => ({
          key: step,
          name: say.of('whatif', step),
          marked: question.now[step] !== question.plan[step],
          cells: [said(question.now[step], step), said(question.plan[step], step)],
        }))}
      />
      {costs.length > 0 && <p className="small">{costs.join(' · ')}</p>}
    </section>
  );
}
