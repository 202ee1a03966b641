// The risk of another fracture from today: now, in 1, 2 and 5 years, without and with treatment, on one scale that begins at
// 0, each with its interval. Decision: beyond the ages and years of its sources nothing is drawn; the figure says what is
// missing or out of range instead. Model, population and draft status stand beside it, never behind.

import type { CaseFigures } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { RuleLink } from '../rules/rule-link.tsx';
import { Told } from '../rules/told.tsx';
import { FigureFrame } from './figure-frame.tsx';
import { percent } from './number-words.ts';
import { type FigureSay, useFigureWords } from './use-figure-words.ts';

type Refracture = CaseFigures['refracture'];
type Known = Extract<Refracture, { outcome: 'value' }>;
type Estimate = Known['curve'][number]['untilThen'];

const [left, right, top, bottom] = [48, 312, 16, 214];
const lastYear = 5;

export function RefractureFigure({ refracture }: { readonly refracture: Refracture }): ReactElement {
  const say = useFigureWords();
  if (refracture.outcome === 'value') return <Curve told={refracture} />;
  if (refracture.outcome === 'died')
    return (
      <section className="panel figure-panel" aria-label={say('r.title')}>
        <h2>{say('r.title')}</h2>
        <p>{say('r.died')}</p>
      </section>
    );
  const asked =
    refracture.outcome === 'cannot-tell'
      ? refracture.missing.map(({ input }) => say.of('input', input))
      : refracture.refusal.inputs.map(({ input, expected, range }) =>
          range === undefined
            ? `${say.of('input', input)}: ${expected}`
            : say('r.inRange', { what: say.of('input', input), least: range.least, most: range.most }),
        );
  return (
    <section className="panel figure-panel" aria-label={say('r.title')}>
      <h2>{say('r.title')}</h2>
      <p>
        <span className="unknown">
          {refracture.outcome === 'cannot-tell' ? say('r.cannotTell') : say('r.outside')}
        </span>{' '}
        {asked.join('; ')}
      </p>
      <p className="muted small">
        <RuleLink id="imminent-refracture" name={say('r.source')} />
      </p>
    </section>
  );
}

function Curve({ told: { curve, model, limits } }: { readonly told: Known }): ReactElement {
  const say = useFigureWords();
  const highest = Math.max(...curve.map(({ untilThen }) => untilThen.high));
  const ceiling = Math.max(10, Math.ceil(highest / 10) * 10);
  const x = (years: number): number => left + (years / lastYear) * (right - left);
  const y = (value: number): number => bottom - (value / ceiling) * (bottom - top);
  const step = ceiling > 50 ? 20 : 10;
  const last = curve.at(-1);
  const range = ({ percent: value, low, high }: Estimate): string =>
    say('r.range', {
      value: percent(value, say.language),
      low: percent(low, say.language),
      high: percent(high, say.language),
    });
  const line = (of: (point: Known['curve'][number]) => Estimate): string =>
    curve.map((point) => `${x(point.inYears)},${y(of(point).percent)}`).join(' ');
  const ribbon = (of: (point: Known['curve'][number]) => Estimate): string =>
    [
      ...curve.map((point) => `${x(point.inYears)},${y(of(point).high)}`),
      ...curve.toReversed().map((point) => `${x(point.inYears)},${y(of(point).low)}`),
    ].join(' ');
  const caption = say('r.caption', {
    moments: curve
      .filter(({ inYears }) => inYears > 0)
      .map((point) =>
        say('r.moment', {
          years: point.inYears,
          without: range(point.untilThen),
          treated: range(point.untilThenTreated),
        }),
      )
      .join('; '),
  });
  return (
    <FigureFrame
      title={say('r.title')}
      caption={caption}
      viewBox="0 0 480 250"
      className="refracture"
      head={[say('r.when'), say('r.until'), say('r.untilTreated'), say('r.year'), say('r.yearTreated')]}
      rows={curve.map((point) => [
        whenInWords(point.inYears, say),
        range(point.untilThen),
        range(point.untilThenTreated),
        range(point.yearFromThen),
        range(point.yearFromThenTreated),
      ])}
      notes={
        <div className="small">
          {model.status === 'draft' && (
            <p>
              <span className="unknown">{say('draft')}</span>
            </p>
          )}
          <p>
            {say('r.model')} {say('r.modelName')}. {say('r.population')} {say('r.madeOf')}.{' '}
            <RuleLink id={model.id} name={say('r.source')} />
          </p>
          <details>
            <summary>{say('r.limits')}</summary>
            <ul>
              {limits.map((limit) => (
                <li key={limit.english}>
                  <Told {...limit} />
                </li>
              ))}
            </ul>
          </details>
        </div>
      }
    >
      <defs>
        <pattern
          id="treated"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="1.5" height="5" className="pattern" />
        </pattern>
      </defs>
      {Array.from({ length: ceiling / step + 1 }, (_, at) => at * step).map((value) => (
        <g key={value}>
          <line x1={left} x2={right} y1={y(value)} y2={y(value)} className="grid" />
          <text x={left - 6} y={y(value) + 4} textAnchor="end">
            {value} %
          </text>
        </g>
      ))}
      {curve.map(({ inYears }) => (
        <text key={inYears} x={x(inYears)} y={bottom + 18} textAnchor="middle">
          {inYears === 0 ? say('r.now') : inYears}
        </text>
      ))}
      <text x={right} y={bottom + 34} textAnchor="end" className="faint">
        {say('r.yearsAxis')}
      </text>
      <polygon points={ribbon((point) => point.untilThen)} className="ribbon without" />
      <polygon points={ribbon((point) => point.untilThenTreated)} className="ribbon treated" />
      <polyline points={line((point) => point.untilThen)} className="line without" />
      <polyline points={line((point) => point.untilThenTreated)} className="line treated" />
      {curve.map((point) => (
        <g key={point.inYears}>
          <circle cx={x(point.inYears)} cy={y(point.untilThen.percent)} r="4" className="dot without" />
          <rect
            x={x(point.inYears) - 4}
            y={y(point.untilThenTreated.percent) - 4}
            width="8"
            height="8"
            className="dot treated"
          />
        </g>
      ))}
      {last !== undefined && (
        <>
          <text x={right + 10} y={y(last.untilThen.percent) - 2} className="label without">
            {say('r.without')}
          </text>
          <text x={right + 10} y={y(last.untilThen.percent) + 14} className="label without">
            {percent(last.untilThen.percent, say.language)}
          </text>
          <text x={right + 10} y={y(last.untilThenTreated.percent) + 24} className="label treated">
            {say('r.with')}
          </text>
          <text x={right + 10} y={y(last.untilThenTreated.percent) + 40} className="label treated">
            {percent(last.untilThenTreated.percent, say.language)}
          </text>
        </>
      )}
    </FigureFrame>
  );
}

function whenInWords(years: number, say: FigureSay): string {
  return years === 0 ? say('r.now') : say('r.inYears', { years });
}
