// An address as a QR code: one path of an SVG, in the colour of the text around it.
// Decision: a small library without dependencies makes the squares (docs/decisions/0086-qr-and-calendar.md); the drawing is
// ours, so that it needs neither a canvas nor an inline style.

import { encode } from 'uqr';

/** For a page or paper; the border of four squares is the standard's own. */
export function qrCode(address: string, alt: string): string {
  const { data, size } = encode(address, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  const label = alt.replaceAll(/[<>&"']/g, ' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}
