// A side view of a spine drawn by arithmetic, for tests of measuring. It is invented and looks like no person; the corners
// of each vertebra are known exactly, so a right answer exists.

export interface DrawnVertebra {
  readonly level: string;
  /** Upper front, middle, back; lower front, middle, back; in pixels. */
  readonly corners: readonly { readonly x: number; readonly y: number }[];
}

export const drawnSize: { readonly width: number; readonly height: number } = { width: 320, height: 640 };

/** Bodies of 60 by 28 pixels from T10 down; the front of L1 is lower by 9 pixels, which is 32.1 %. */
export const drawnSpine: readonly DrawnVertebra[] = ['T10', 'T11', 'T12', 'L1', 'L2', 'L3'].map(
  (level, at) => {
    const [left, top, width, height] = [120 + at * 4, 60 + at * 84, 60, 28];
    const lost = level === 'L1' ? 9 : 0;
    return {
      level,
      corners: [
        { x: left, y: top + lost },
        { x: left + width / 2, y: top + lost / 2 },
        { x: left + width, y: top },
        { x: left, y: top + height },
        { x: left + width / 2, y: top + height },
        { x: left + width, y: top + height },
      ],
    };
  },
);

/** 0 to 255, row by row: bone is light, soft parts are grey with a fixed grain, air is dark. */
export function drawnGreys(): Uint8Array {
  const { width, height } = drawnSize;
  const greys = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const grain = (x * 7 + y * 13 + ((x * y) % 11)) % 17;
      const soft = 70 - Math.abs(x - 160) / 4;
      const bone = drawnSpine.some(({ corners }) => isInside(corners, x, y));
      greys[y * width + x] = Math.max(0, Math.round((bone ? 185 : soft) + grain));
    }
  return greys;
}

function isInside(corners: DrawnVertebra['corners'], x: number, y: number): boolean {
  const [front, , back, low] = corners;
  if (front === undefined || back === undefined || low === undefined) return false;
  if (x < front.x || x > back.x) return false;
  const top = front.y + ((back.y - front.y) * (x - front.x)) / (back.x - front.x);
  return y >= top && y <= low.y;
}
