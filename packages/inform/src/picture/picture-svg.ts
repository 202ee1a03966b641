// A drawing of the exercise library as SVG. Decision: the data hold only lines; how they look (rounded strokes, one colour
// that the page sets, the end of a movement in outline) is decided here once, so that all drawings are of one hand.

import type { Picture } from '@breekpunt/knowledge';
import { drawnSpan } from './drawn-span.ts';

const headRadius = 11;
/** Half the widest stroke, and a little air. */
const margin = 8;

/** The colour of the text around it draws the body; `--picture-accent` the arrows, `--picture-soft` the rest. */
export function pictureSvg(picture: Picture, alt: string): string {
  const soft = 'var(--picture-soft, #8a97a3)';
  const accent = 'var(--picture-accent, #c65200)';
  const parts = [
    ...picture.things.map((d) => path(d, `stroke="${soft}" stroke-width="4"`)),
    ...picture.ends.map((d) => path(d, `stroke="${soft}" stroke-width="5" stroke-dasharray="1 9"`)),
    ...picture.behind.map((d) => path(d, `stroke="currentColor" stroke-width="8" opacity="0.45"`)),
    ...picture.body.map((d) => path(d, 'stroke="currentColor" stroke-width="9"')),
    ...picture.heads.map(
      ([x, y]) => `<circle cx="${x}" cy="${y}" r="${headRadius}" fill="currentColor" stroke="none"/>`,
    ),
    ...picture.arrows.map((d) => path(d, `stroke="${accent}" stroke-width="4"`)),
  ];
  const { things, ends, behind, body, arrows, heads } = picture;
  const { top, bottom } = drawnSpan(
    [...things, ...ends, ...behind, ...body, ...arrows],
    heads.map(([, y]) => ({ top: y - headRadius, bottom: y + headRadius })),
  );
  const box = `0 ${top - margin} 240 ${bottom - top + 2 * margin}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" role="img" aria-label="${escaped(alt)}" fill="none" stroke-linecap="round" stroke-linejoin="round">${parts.join('')}</svg>`;
}

function path(d: string, style: string): string {
  return `<path d="${escaped(d)}" ${style}/>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
