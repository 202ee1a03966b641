// The path of patients through the service, and where they are lost. Each number opens exactly its patients; bars are as long as
// their share of those found, so that the loss is seen without colour.

import type { QualityFigures } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { monthsInWords, patientsAddress, percentInWords } from './figure-words.ts';
import { useSay } from './use-dashboard-words.ts';

type Flow = NonNullable<QualityFigures['flow']>;

export function FlowOfPatients({ set, flow }: { readonly set: string; readonly flow: Flow }): ReactElement {
  const say = useSay();
  const found = flow.steps[0]?.count ?? 0;
  return (
    <section className="stack" aria-labelledby="flow-title">
      <h2 id="flow-title">{say('flow.title')}</h2>
      <p className="muted small">
        {say('flow.note')} {monthsInWords(flow.months, say)}.
      </p>
      <ol className="flow">
        {flow.steps.map(({ step, indicator, count, lost, joined }, place) => {
          const before = flow.steps[place - 1]?.indicator ?? null;
          return (
            <li key={step}>
              <span className="flow-name">{say.of('flow', step)}</span>
              <Link
                className="flow-count"
                href={patientsAddress(
                  set,
                  indicator ?? 'iof.6',
                  flow.months,
                  indicator === null ? 'achieved,missed,not-recorded,outside,too-early' : 'achieved',
                )}
                aria-label={say('flow.open', { n: count, step: say.of('flow', step) })}
              >
                {count}
              </Link>
              <span className="flow-bar" aria-hidden="true">
                <span style={{ width: `${found === 0 ? 0 : (100 * count) / found}%` }} />
              </span>
              <span className="small muted">{found > 0 && percentInWords(count / found, say)}</span>
              {lost > 0 && indicator !== null && (
                <Link
                  className="small flow-lost"
                  href={patientsAddress(
                    set,
                    indicator,
                    flow.months,
                    'missed,not-recorded,outside,too-early',
                    before === null ? {} : { reached: before },
                  )}
                >
                  {say.count('flow.lost', lost)}
                </Link>
              )}
              {joined > 0 && indicator !== null && before !== null && (
                <Link
                  className="small flow-joined"
                  href={patientsAddress(set, indicator, flow.months, 'achieved', { unreached: before })}
                >
                  {say.count('flow.joined', joined)}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
