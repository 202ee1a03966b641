// How many of a hundred or of a thousand, drawn: filled from the top left, hollow for all others, one denominator for every
// row. Decision: two paths for a whole picture, so that a thousand marks weigh little and print as lines.

import type { IconArrayBlock, IconArrayRow } from '@breekpunt/inform';
import { type Html, html, verbatim } from '../html/html.ts';

const step = 10;
const mark = 7;

export function iconArrayHtml({ title, caption, outOf, rows }: IconArrayBlock): Html {
  return html`<section><h2>${title}</h2><p>${caption}</p>${rows.map(
    (row) =>
      html`<figure class="chart keep"><figcaption><strong>${row.name}</strong><br>${row.text}</figcaption>${verbatim(
        iconArraySvg(row, outOf),
      )}</figure>`,
  )}</section>`;
}

function iconArraySvg({ count, text }: Pick<IconArrayRow, 'count' | 'text'>, outOf: 100 | 1000): string {
  const columns = outOf === 100 ? 20 : 50;
  const height = (outOf / columns) * step;
  const squares = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, index) => {
      const at = from + index;
      return `M${(at % columns) * step + 1.5} ${Math.floor(at / columns) * step + 1.5}h${mark}v${mark}h-${mark}z`;
    }).join('');
  const label = text.replaceAll(/[<>&"']/g, ' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${columns * step} ${height}" role="img" aria-label="${label}"><path class="hollow" d="${squares(count, outOf)}"/><path class="mark" d="${squares(0, count)}"/></svg>`;
}
