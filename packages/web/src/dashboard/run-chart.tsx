// Two years of one figure, month by month. Decision: the axis is whole, from 0 to 100 %; months in which patients are still too early
// are hollow, months without patients leave a gap, and the words under the chart say what the rules of chance say.

import type { ShownFigure } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { dayInWords } from '../format/dates.ts';
import { percentInWords, titleOf } from './figure-words.ts';
import { type Say, useSay } from './use-dashboard-words.ts';

const [wide, high, left, top] = [260, 74, 30, 6];
/** A month of one or two patients may point at them: on the screen, off the paper. */
const leastInPrint = 3;
const plot = { width: wide - left - 6, height: high - top - 14 };

export function RunChart({ shown }: { readonly shown: ShownFigure }): ReactElement {
  const say = useSay();
  const { byMonth, run, indicator } = shown;
  const x = (place: number): number => left + (plot.width * (place + 0.5)) / byMonth.length;
  const y = (share: number): number => top + plot.height * (1 - share);
  const [reference] = indicator.references;
  return (
    <figure className="run-chart">
      <svg viewBox={`0 0 ${wide} ${high}`} role="img" aria-label={runInWords(shown, say)}>
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line className="grid" x1={left} x2={wide - 6} y1={y(share)} y2={y(share)} />
            <text x={left - 4} y={y(share) + 3} textAnchor="end">
              {share * 100}
            </text>
          </g>
        ))}
        {reference !== undefined && (
          <line
            className="reference"
            x1={left}
            x2={wide - 6}
            y1={y(reference.percent / 100)}
            y2={y(reference.percent / 100)}
          />
        )}
        {run.median !== null && (
          <line className="median" x1={left} x2={wide - 6} y1={y(run.median)} y2={y(run.median)} />
        )}
        {byMonth.slice(1).map(({ month, share, early, of }, index) => {
          const before = byMonth[index];
          if (share === null || before?.share == null) return null;
          return (
            <line
              key={month}
              className={`step${early ? ' early' : ''}${Math.min(of, before.of) < leastInPrint ? ' noprint' : ''}`}
              x1={x(index)}
              x2={x(index + 1)}
              y1={y(before.share)}
              y2={y(share)}
            />
          );
        })}
        {byMonth.map(({ month, share, early, of }, place) =>
          share === null ? null : (
            <circle
              key={month}
              className={`${early ? 'early' : run.signal}${of < leastInPrint ? ' noprint' : ''}`}
              cx={x(place)}
              cy={y(share)}
              r="2.6"
            />
          ),
        )}
        {byMonth.map(({ month }, place) =>
          month.slice(5, 7) === '01' ? (
            <text key={month} x={x(place)} y={high - 2} textAnchor="middle">
              {month.slice(0, 4)}
            </text>
          ) : null,
        )}
      </svg>
      <figcaption className="small">
        <span aria-hidden="true">{signs[run.signal]}</span> {say.of('run', run.signal)}
      </figcaption>
    </figure>
  );
}

const signs = { better: '▲', worse: '▼', chance: '●', unsteady: '◆', 'too-few-months': '○' } as const;

function runInWords(shown: ShownFigure, say: Say): string {
  const known = shown.byMonth.filter(({ share }) => share !== null);
  const [first] = known;
  const last = known.at(-1);
  if (first?.share == null || last?.share == null)
    return `${titleOf(shown.indicator, say)}${say('colon')} ${say('fig.nothing')}`;
  return say('run.says', {
    title: titleOf(shown.indicator, say),
    from: `${dayInWords(first.month.slice(0, 7), say)} ${percentInWords(first.share, say)}`,
    to: `${dayInWords(last.month.slice(0, 7), say)} ${percentInWords(last.share, say)}`,
    signal: say.of('run', shown.run.signal),
  });
}
