// How long things take, as bars on one line of months: full where everybody is still busy with it, outlined as far as it
// lasts for some, and a mark where the reader is now.

import type { SpanRow, SpansBlock } from '@breekpunt/inform';
import { type Html, html, verbatim } from '../html/html.ts';
import type { BlockSetting } from './block-setting.ts';

const width = 500;
const height = 46;
const left = 6;
const weeksInYear = 52;

export function spansHtml(
  { title, caption, rows, nowWeek, longest }: SpansBlock,
  { say }: BlockSetting,
): Html {
  const x = (week: number): number => left + (Math.min(week, longest) / longest) * (width - 2 * left);
  const months = [0, 3, 6, 9, 12].filter((month) => (month / 12) * weeksInYear <= longest);
  const axis = months.map((month) => {
    const at = x((month / 12) * weeksInYear);
    const anchor = month === 0 ? 'start' : month === 12 ? 'end' : 'middle';
    return `<path class="axis" d="M${at.toFixed(1)} 22v8"/><text x="${at.toFixed(1)}" y="44" text-anchor="${anchor}">${month}</text>`;
  });
  const here = nowWeek !== null && nowWeek <= longest ? nowWeek : null;
  return html`<section><h2>${title}</h2><p>${caption}</p>
${rows.map(
  (row) =>
    html`<figure class="chart keep"><figcaption><strong>${row.name}</strong><br>${row.text}</figcaption>${verbatim(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" aria-hidden="true" font-size="16">${bar(row, x)}${axis.join('')}<path class="axis" d="M${left} 26H${width - left}"/>${
        here === null ? '' : `<path class="now" d="M${x(here).toFixed(1)} 0v30"/>`
      }</svg>`,
    )}</figure>`,
)}
<p class="muted">${say('spans.axis')}${here !== null && html` ${say('spans.now')}`}</p></section>`;
}

function bar({ from, to, forSome }: SpanRow, x: (week: number) => number): string {
  const box = (start: number, end: number, kind: string): string =>
    `<path class="${kind}" d="M${x(start).toFixed(1)} 5H${x(end).toFixed(1)}V19H${x(start).toFixed(1)}z"/>`;
  return `${box(from, to, 'mark')}${forSome === null ? '' : box(to, forSome, 'hollow dashed')}`;
}
