// Pain from day to day, drawn from 0 to 10. Decision: a line joins days that follow each other; over a day nobody wrote it is
// broken, so that not knowing does not look like a straight road.

import { addDays, daysBetween } from '@breekpunt/core';
import { type Html, html } from '../html/html.ts';
import { dayInWords } from '../words/day-words.ts';
import type { Say } from '../words/guide-words.ts';
import type { DiaryDay } from './diary.ts';

const width = 600;
const height = 260;
const left = 40;
const bottom = 40;
/** The last weeks; older days stand in the table. */
const mostDays = 42;

export function painTrend(days: readonly DiaryDay[], say: Say): Html {
  const known = days.flatMap(({ on, pain }) => (pain === 'not-recorded' ? [] : [{ on, pain }]));
  const last = known.at(-1);
  const first = known.find(({ on }) => last !== undefined && daysBetween(on, last.on) < mostDays);
  if (last === undefined || first === undefined) return html``;
  const span = Math.max(6, daysBetween(first.on, last.on));
  const shown = known.filter(({ on }) => on >= first.on);
  const x = (on: DiaryDay['on']): number => left + (daysBetween(first.on, on) / span) * (width - left - 20);
  const y = (pain: number): number => height - bottom - (pain / 10) * (height - bottom - 20);
  const steps = shown.map(({ on, pain }, index) => {
    const joined = index > 0 && shown[index - 1]?.on === addDays(on, -1);
    return `${joined ? 'L' : 'M'}${x(on).toFixed(1)} ${y(pain).toFixed(1)}`;
  });
  const label = say('diary.trendLabel', {
    first: dayInWords(first.on, say),
    firstPain: first.pain,
    last: dayInWords(last.on, say),
    lastPain: last.pain,
  });
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}" font-size="18">
${[0, 5, 10].map((pain) => html`<path class="axis" d="M${left} ${y(pain)}H${width - 10}"/><text x="${left - 10}" y="${y(pain) + 6}" text-anchor="end">${pain}</text>`)}
<path class="line" d="${steps.join('')}"/>
${shown.map(({ on, pain }) => html`<circle class="mark" cx="${x(on).toFixed(1)}" cy="${y(pain).toFixed(1)}" r="5"/>`)}
<text x="${left}" y="${height - 10}">${dayInWords(first.on, say)}</text>
${shown.length > 1 && html`<text x="${width - 10}" y="${height - 10}" text-anchor="end">${dayInWords(last.on, say)}</text>`}
</svg>`;
}
