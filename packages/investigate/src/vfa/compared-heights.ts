// How much more height a vertebra lost between two measurements. Decision: the same border against the same comparison both
// times, the one that lost most now; a loss against its own back is never set off against one measured against neighbours.

import type { HeightLoss, MeasuredVertebra } from './measured-vertebra.ts';

export interface HeightChange {
  readonly position: HeightLoss['position'];
  readonly against: HeightLoss['against'];
  /** Percent of the height expected. */
  readonly before: number;
  readonly after: number;
  /** More loss is positive: points of a percent, and millimetres where both images have a scale. */
  readonly points: number;
  readonly mm: number | null;
}

/** Null when no border was measured against the same both times. */
export function heightChange(before: MeasuredVertebra, after: MeasuredVertebra): HeightChange | null {
  const pairs = after.losses.flatMap((now) => {
    const then = before.losses.find(
      ({ position, against }) => position === now.position && against === now.against,
    );
    return then === undefined ? [] : [{ then, now }];
  });
  const [first, ...others] = pairs;
  if (first === undefined) return null;
  const { then, now } = others.reduce(
    (worst, each) => (each.now.percent > worst.now.percent ? each : worst),
    first,
  );
  return {
    position: now.position,
    against: now.against,
    before: then.percent,
    after: now.percent,
    points: now.percent - then.percent,
    mm: then.mm === null || now.mm === null ? null : now.mm - then.mm,
  };
}
