// One vertebra as its six points outline it. What it says stands in words beside it.

import type { ReactElement } from 'react';
import { outlineOf, outlineSize } from './outline-of.ts';

export function VertebraOutline({
  points,
}: {
  readonly points: Parameters<typeof outlineOf>[0];
}): ReactElement | null {
  const outline = outlineOf(points);
  const { width, height } = outlineSize;
  return outline === null ? null : (
    <svg className="vertebra-outline" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <polygon points={outline} />
    </svg>
  );
}
