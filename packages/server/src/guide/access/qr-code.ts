// A text as a QR code: one path of an SVG.
// Decision: a small library without dependencies makes the squares (docs/decisions/0086-qr-and-calendar.md); the drawing is
// ours, so that it needs neither a canvas nor an inline style.

import { encode } from 'uqr';

export interface Squares {
  /** Squares on a side, with the border of four that the standard asks. */
  readonly size: number;
  /** The dark ones, as the path of an SVG of that size. */
  readonly path: string;
}

export function qrSquares(text: string): Squares {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, path };
}

/** For a page or paper. */
export function qrCode(address: string, alt: string): string {
  const { size, path } = qrSquares(address);
  const label = alt.replaceAll(/[<>&"']/g, ' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}
