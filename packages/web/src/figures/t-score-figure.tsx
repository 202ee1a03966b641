// T-scores by age, with the two lines of the WHO classes and, where knowledge has the densities, the band of people of that
// age and sex. Decision: the band names its region, sex and study, and where there is none the figure says so. Points are never
// joined: two makers cannot be compared, and a change within the error of measurement is none.

import type { CaseFigures } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { dayInWords } from '../format/dates.ts';
import { RuleLink } from '../rules/rule-link.tsx';
import { type Say, useSay } from '../words/use-words.tsx';
import { DensityChanges } from './density-changes.tsx';
import { FigureFrame } from './figure-frame.tsx';
import { decimal } from './number-words.ts';
import { placeLabels } from './score-labels.ts';
import { heightOf, newestByPlace, placeBand, placeScores, type TScore } from './t-score-places.ts';
import { type FigureSay, useFigureWords } from './use-figure-words.ts';

const [left, right, top, bottom] = [34, 312, 12, 252];
/** Of the words beside the points. */
const lineHeight = 16;

export function TScoreFigure({ figures }: { readonly figures: CaseFigures }): ReactElement {
  const appSay = useSay();
  const say = useFigureWords();
  const { tScores, limits, band } = figures;
  const { placed, ages, withoutAge, across } = placeScores(tScores);
  const outline = band === null ? null : placeBand(band, across);
  const [x, y] = [
    (part: number): number => left + part * (right - left),
    (part: number): number => top + part * (bottom - top),
  ];
  // Beside the figure, where no point can ever stand.
  const line = (value: number, name: string, from: string): ReactElement => (
    <g>
      <line x1={left} x2={right} y1={y(heightOf(value))} y2={y(heightOf(value))} className="limit" />
      <text x={right + 6} y={y(heightOf(value)) - 3} className="limit-word">
        {name}
      </text>
      <text x={right + 6} y={y(heightOf(value)) + 12} className="faint">
        {from}
      </text>
    </g>
  );
  if (tScores.length === 0)
    return (
      <section className="panel figure-panel" aria-label={say('t.title')}>
        <h2>{say('t.title')}</h2>
        <p>
          <span className="unknown">{appSay('unknown')}</span> {say('t.none')}
        </p>
      </section>
    );
  const newest = newestByPlace(tScores);
  const earlier = tScores.length - newest.length;
  const caption = [
    say('t.caption', { scores: newest.map((each) => scoreInWords(each, say, appSay)).join('; ') }),
    ...(earlier > 0 ? [say('t.earlier', { n: earlier })] : []),
  ].join(' ');
  return (
    <FigureFrame
      title={say('t.title')}
      caption={caption}
      viewBox="0 0 410 288"
      className="t-score"
      head={['t.day', 't.age', 't.site', 't.score', 't.reference', 't.device', 't.excluded'].map((key) =>
        say.of('col', key),
      )}
      rows={tScores.map((each) => [
        dayInWords(each.on, appSay),
        each.age === null ? appSay('unknown') : String(each.age),
        placeOf(each, say, appSay),
        decimal(each.tScore, 1, say.language),
        referenceOf(each, say, appSay),
        each.device ?? appSay('unknown'),
        each.excluded.join(', ') || '–',
      ])}
      notes={
        <>
          <DensityChanges changes={figures.changes} />
          <p className="muted small">
            {band === null
              ? say('t.noBand')
              : say('t.band', { site: say.of('region', band.site), sex: say.of('sex', band.sex) })}{' '}
            {band !== null && <RuleLink id={band.parameter} name={say('t.source.band')} />}{' '}
            <RuleLink id="dxa.normal-from" name={say('t.source.normal')} />{' '}
            <RuleLink id="dxa.osteoporosis-at-most" name={say('t.source.osteoporosis')} />
            {withoutAge.length > 0 && ` ${say('t.withoutAge', { n: withoutAge.length })}`}
          </p>
        </>
      }
    >
      {outline !== null && (
        <g className="band">
          <path
            className="band-area"
            d={[
              ...outline.map(({ from, until, high }) => [from, high, until, high]),
              ...outline.toReversed().map(({ from, until, low }) => [until, low, from, low]),
            ]
              .map(
                ([x1 = 0, y1 = 0, x2 = 0, y2 = 0], at) =>
                  `${at === 0 ? 'M' : 'L'}${x(x1)} ${y(y1)}L${x(x2)} ${y(y2)}`,
              )
              .join('')
              .concat('Z')}
          />
          {outline.map(({ from, until, mean }) => (
            <line key={from} x1={x(from)} x2={x(until)} y1={y(mean)} y2={y(mean)} className="band-mean" />
          ))}
        </g>
      )}
      {[2, 1, 0, -1, -2, -3, -4, -5].map((value) => (
        <g key={value}>
          <line x1={left - 4} x2={left} y1={y(heightOf(value))} y2={y(heightOf(value))} className="axis" />
          <text x={left - 8} y={y(heightOf(value)) + 4} textAnchor="end">
            {value > 0 ? `+${value}` : String(value).replace('-', '−')}
          </text>
        </g>
      ))}
      <line x1={left} x2={left} y1={top} y2={bottom} className="axis" />
      <line x1={left} x2={right} y1={bottom} y2={bottom} className="axis" />
      {ages.map(({ age, x: at }) => (
        <text key={age} x={x(at)} y={bottom + 16} textAnchor="middle" className="faint">
          {age}
        </text>
      ))}
      <text x={right} y={bottom + 32} textAnchor="end" className="faint">
        {say('t.ageAxis')}
      </text>
      {line(
        limits.normalFrom,
        say('t.normal'),
        say('t.normal.from', { value: decimal(limits.normalFrom, 1, say.language) }),
      )}
      {line(
        limits.osteoporosisAtMost,
        say('t.osteoporosis'),
        say('t.osteoporosis.atMost', { value: decimal(limits.osteoporosisAtMost, 1, say.language) }),
      )}
      {placed.map(({ score, x: at, y: down }) => (
        <PointShape
          key={`${score.on} ${score.region} ${score.side}`}
          region={score.region}
          x={x(at)}
          y={y(down)}
        />
      ))}
      {placeLabels(placed, lineHeight / (bottom - top)).map(
        ({ of: { score, x: at, y: down, beyond }, ...label }) => {
          const away = label.side === 'before' ? -1 : 1;
          return (
            <g key={`${score.region} ${score.side}`} className="point">
              {label.y !== down && (
                <line
                  x1={x(at) + 7 * away}
                  x2={x(at) + 13 * away}
                  y1={y(down)}
                  y2={y(label.y)}
                  className="axis"
                />
              )}
              <text
                x={x(at) + 15 * away}
                y={y(label.y) + 4}
                textAnchor={label.side === 'before' ? 'end' : 'start'}
              >
                {placeOf(score, say, appSay)} {decimal(score.tScore, 1, say.language)}
                {beyond && ` (${say('t.beyond')})`}
              </text>
            </g>
          );
        },
      )}
    </FigureFrame>
  );
}

interface ShapeProps {
  readonly region: string | null;
  readonly x: number;
  readonly y: number;
}

/** Shape tells the place: a circle for the neck, a square for the whole hip, a triangle for the spine, else a diamond. */
function PointShape({ region, x, y }: ShapeProps): ReactElement {
  switch (region) {
    case 'femoral-neck':
      return <circle cx={x} cy={y} r="6" className="mark" />;
    case 'total-hip':
      return <rect x={x - 5.5} y={y - 5.5} width="11" height="11" className="mark" />;
    case 'lumbar-spine':
      return <path d={`M${x} ${y - 7}l7 12h-14z`} className="mark" />;
    default:
      return <path d={`M${x} ${y - 7}l7 7-7 7-7-7z`} className="mark" />;
  }
}

function placeOf({ region, side }: TScore, say: FigureSay, appSay: Say): string {
  const place = region === null ? appSay('unknown') : say.of('region', region);
  return side === null ? place : `${place} ${appSay.of('side', side)}`;
}

function referenceOf({ referenceDatabase, referenceSex }: TScore, say: FigureSay, appSay: Say): string {
  const parts = [referenceDatabase, referenceSex === null ? null : say.of('sex', referenceSex)];
  return parts.filter((part) => part !== null).join(', ') || appSay('unknown');
}

function scoreInWords(score: TScore, say: FigureSay, appSay: Say): string {
  return say('t.one', {
    place: placeOf(score, say, appSay),
    score: decimal(score.tScore, 1, say.language),
    day: dayInWords(score.on, appSay),
    reference: referenceOf(score, say, appSay),
  });
}
