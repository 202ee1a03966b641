// How many of a hundred or of a thousand, drawn: filled from the top left, hollow for all others, one denominator for every
// row; where studies differ, the marks between the lowest and the highest count are half filled and the range is told.
// Decision: three paths for a whole picture, so that a thousand marks weigh little and print as lines.

import type { IconArrayBlock, IconArrayRow } from '@breekpunt/inform';
import { type Html, html, verbatim } from '../html/html.ts';
import type { BlockSetting } from './block-setting.ts';

const step = 10;
const mark = 7;

export function iconArrayHtml({ title, caption, outOf, rows }: IconArrayBlock, { say }: BlockSetting): Html {
  return html`<section><h2>${title}</h2><p>${caption}</p>${rows.map(
    (row) =>
      html`<figure class="chart keep"><figcaption><strong>${row.name}</strong><br>${row.text}${
        row.low !== null &&
        row.high !== null &&
        html`<br>${say('range.told', { low: row.low, high: row.high })}`
      }</figcaption>${verbatim(iconArraySvg(row, outOf))}</figure>`,
  )}</section>`;
}

function iconArraySvg({ count, low, high, text }: IconArrayRow, outOf: 100 | 1000): string {
  const columns = outOf === 100 ? 20 : 50;
  const height = (outOf / columns) * step;
  const squares = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, index) => {
      const at = from + index;
      return `M${(at % columns) * step + 1.5} ${Math.floor(at / columns) * step + 1.5}h${mark}v${mark}h-${mark}z`;
    }).join('');
  const [least, most] = low === null || high === null ? [count, count] : [low, high];
  const label = text.replaceAll(/[<>&"']/g, ' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${columns * step} ${height}" role="img" aria-label="${label}"><path class="hollow" d="${squares(most, outOf)}"/><path class="mark perhaps" d="${squares(least, most)}"/><path class="mark" d="${squares(0, least)}"/></svg>`;
}
