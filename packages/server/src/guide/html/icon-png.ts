// Draws the icon of the guide as a PNG, without a library: a square and one bent line need forty lines of arithmetic, and the
// files must come out the same on every machine. Used by the script that writes them and by the test that compares them.

import { crc32, deflateSync } from 'node:zlib';
import { iconDrawing } from './guide-icons.ts';

/** Points a pixel is looked at, each way, so that slanted lines come out smooth. */
const looks = 4;

/** A full square: iOS and Android cut their own corners. */
export function drawnIcon(size: number): Buffer {
  const rows = Buffer.alloc(size * (1 + size * 3));
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const white = coverage(x, y, size);
      const at = y * (1 + size * 3) + 1 + x * 3;
      iconDrawing.background.forEach((colour, channel) => {
        rows[at + channel] = Math.round(colour + (255 - colour) * white);
      });
    }
  return png(size, rows);
}

/** How much of a pixel the line covers, 0 to 1. */
function coverage(x: number, y: number, size: number): number {
  const scale = iconDrawing.side / size;
  let inside = 0;
  for (let i = 0; i < looks * looks; i++) {
    const px = (x + ((i % looks) + 0.5) / looks) * scale;
    const py = (y + (Math.floor(i / looks) + 0.5) / looks) * scale;
    if (distanceToLine(px, py) <= iconDrawing.width / 2) inside += 1;
  }
  return inside / (looks * looks);
}

function distanceToLine(px: number, py: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < iconDrawing.line.length; i++) {
    const [from, to] = [iconDrawing.line[i - 1], iconDrawing.line[i]];
    if (from === undefined || to === undefined) continue;
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const along = ((px - from[0]) * dx + (py - from[1]) * dy) / (dx * dx + dy * dy);
    const t = Math.min(1, Math.max(0, along));
    nearest = Math.min(nearest, Math.hypot(px - from[0] - t * dx, py - from[1] - t * dy));
  }
  return nearest;
}

/** Eight bits a channel, no transparency (PNG, third edition, clauses 5 and 11). */
function png(size: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
