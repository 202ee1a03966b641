// The icon of the guide: a path that turns and goes on. One drawing, as SVG for browsers and as PNG for home screens that take
// nothing else (iOS). The PNG files are written by packages/server/scripts/write-guide-icons.ts from the numbers here.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Side of the drawing; corners, line and width are in its units. */
export const iconDrawing = {
  side: 64,
  background: [10, 88, 166],
  line: [
    [17, 47],
    [17, 31],
    [30, 41],
    [47, 17],
  ],
  width: 7,
} as const;

/** iOS; Android, small and large. */
export const iconSizes = [180, 192, 512] as const;
export type IconSize = (typeof iconSizes)[number];

export function iconAddress(size: IconSize): `/guide/icon-${IconSize}.png` {
  return `/guide/icon-${size}.png`;
}

export function iconFile(size: IconSize): string {
  return join(import.meta.dirname, 'icons', `icon-${size}.png`);
}

export function iconPng(size: IconSize): Buffer {
  return readFileSync(iconFile(size));
}

export function iconSvg(): string {
  const { side, background, line, width } = iconDrawing;
  const points = line.map((point) => point.join(' ')).join('L');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><rect width="${side}" height="${side}" rx="8" fill="rgb(${background.join(',')})"/><path d="M${points}" fill="none" stroke="#fff" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}
