// The fracture cascade on one line of time. Shape and word tell the kind; the same events stand in a table for who reads
// rather than looks.

import type { CasePage } from '@breekpunt/server';
import { type ReactElement, useEffect, useRef } from 'react';
import { dayInWords } from '../format/dates.ts';
import { type Say, useSay } from '../words/use-words.tsx';
import { type Entry, placeTimeline } from './timeline-marks.ts';
import './timeline.css';

interface TimelineProps {
  readonly entries: CasePage['timeline'];
  readonly today: string;
  readonly deathKnown: boolean;
}

const width = 1_000;
const lane = 22;
const mostLanes = 6;
/** Room for one letter of a bold word, and between two words. */
const letter = 7.8;
const gap = 14;

export function Timeline({ entries, today, deathKnown }: TimelineProps): ReactElement | null {
  const say = useSay();
  const scrolled = useRef<HTMLDivElement>(null);
  // On a narrow screen what happened last is what one comes to see.
  useEffect(() => {
    if (scrolled.current !== null) scrolled.current.scrollLeft = scrolled.current.scrollWidth;
  }, []);
  if (entries.length === 0) return null;
  const {
    entries: placed,
    years,
    today: now,
    lanes,
  } = placeTimeline(entries, today, (entry) => (shortWord(entry, say).length * letter + gap) / width);
  const height = 64 + Math.min(lanes, mostLanes) * lane;
  const line = height - 24;
  const noDay = deathKnown && !entries.some(({ kind }) => kind === 'death');
  return (
    <section className="timeline" aria-label={say('timeline.title')}>
      <div
        className="timeline-scroll"
        ref={scrolled}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by keyboard
        tabIndex={0}
        role="group"
        aria-label={say('timeline.title')}
      >
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say('timeline.title')}>
          <line x1="0" x2={width} y1={line} y2={line} className="axis" />
          {years.map(({ year, x }) => (
            <g key={year}>
              <line x1={x * width} x2={x * width} y1={line - 4} y2={line + 4} className="axis" />
              {x < 0.96 && (
                <text x={x * width + 3} y={line + 18} className="year">
                  {year}
                </text>
              )}
            </g>
          ))}
          <g>
            <line x1={now * width} x2={now * width} y1={2} y2={line + 6} className="now" />
            <text x={now * width - 5} y={12} textAnchor="end" className="now-word">
              {say('timeline.today')}
            </text>
          </g>
          {placed.map(({ entry, x, before: right, lane: at }) => {
            const y = line - 18 - Math.min(at, mostLanes - 1) * lane;
            return (
              <g
                key={`${entry.kind} ${entry.id} ${entry.on}`}
                className={`event ${entry.kind}`}
                data-planned={entry.planned || undefined}
              >
                <line x1={x * width} x2={x * width} y1={y} y2={line} className="stem" />
                <EventShape kind={entry.kind} x={x * width} y={line} />
                <text x={x * width + (right ? -5 : 5)} y={y + 4} textAnchor={right ? 'end' : 'start'}>
                  {shortWord(entry, say)}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
      <details>
        <summary>{say('timeline.table')}</summary>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{say('timeline.day')}</th>
              <th scope="col">{say('timeline.what')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={`${entry.kind} ${entry.id} ${entry.on}`}>
                <td>
                  {entry.atMost
                    ? say('case.atMost', { day: dayInWords(entry.on, say) })
                    : dayInWords(entry.on, say)}
                </td>
                <td>
                  {say(`timeline.${entry.kind}`)}
                  {entry.word !== null && `${say('colon')} ${wordOf(entry, say)}`}
                  {entry.planned && ` (${say('timeline.planned')})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      {noDay && <p className="muted small">{say('timeline.deathNoDay')}</p>}
    </section>
  );
}

/** A broken diamond for a fracture, a square for what was measured, a dot for what was written, a cross for death. */
function EventShape({
  kind,
  x,
  y,
}: {
  readonly kind: Entry['kind'];
  readonly x: number;
  readonly y: number;
}): ReactElement {
  switch (kind) {
    case 'fracture':
      return <path d={`M${x} ${y - 8}l7 8-7 8-7-8z`} className="mark" />;
    case 'dxa':
    case 'spine':
    case 'falls':
      return <rect x={x - 5} y={y - 5} width="10" height="10" className="mark" />;
    case 'medicine':
    case 'injection':
      return <rect x={x - 7} y={y - 4} width="14" height="8" rx="4" className="mark" />;
    case 'death':
      return <path d={`M${x - 6} ${y - 6}l12 12m0-12l-12 12`} className="mark" />;
    default:
      return <circle cx={x} cy={y} r="4" className="mark" />;
  }
}

function shortWord(entry: Entry, say: Say): string {
  if (entry.word === null) return say(`timeline.${entry.kind}`);
  if (entry.kind === 'fracture' || entry.kind === 'report') return wordOf(entry, say);
  if (entry.kind === 'dxa' || entry.kind === 'spine')
    return `${say(`timeline.${entry.kind}`)} ${wordOf(entry, say)}`;
  return wordOf(entry, say);
}

function wordOf({ kind, word }: Entry, say: Say): string {
  if (word === null) return '';
  switch (kind) {
    case 'fracture':
      return say.of('site', word);
    case 'report':
      return say.of('kind', word);
    case 'dxa':
      return say('timeline.tScore', { score: scoreInWords(word, say.language) });
    case 'spine':
      return say('timeline.worstGrade', { grade: word });
    case 'medicine':
      return say.of('decision', word);
    case 'contact':
      return say.of('moment', word);
    case 'falls':
      return say.of('falls', word);
    default:
      return word;
  }
}

/** A true minus, and the decimal sign of the language. */
function scoreInWords(score: string, language: string): string {
  const formatted = new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(Number(score));
  return formatted.replace('-', '−');
}
