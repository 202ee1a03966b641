// The least value of a smooth function of a few numbers, by the simplex of Nelder and Mead (1965).

interface Corner {
  readonly at: readonly number[];
  readonly value: number;
}

/** Stops when the corners differ by less than 1e-12, or after 600 steps. */
export function minimise(
  of: (point: readonly number[]) => number,
  start: readonly number[],
): readonly number[] {
  const corner = (at: readonly number[]): Corner => ({ at, value: of(at) });
  const moved = (axis: number): readonly number[] =>
    start.map((one, place) => one + (place === axis ? 0.3 : 0));
  let corners = sorted([corner(start), ...start.map((_, axis) => corner(moved(axis)))]);
  for (let step = 0; step < 600; step++) {
    const [best, worst] = [corners[0], corners.at(-1)];
    if (best === undefined || worst === undefined || worst.value - best.value < 1e-12) break;
    const better = betterThanWorst(corners, worst, corner);
    corners = sorted(
      better === null
        ? corners.map(({ at }) => corner(at.map((one, axis) => (one + (best.at[axis] ?? 0)) / 2)))
        : [...corners.slice(0, -1), better],
    );
  }
  return corners[0]?.at ?? start;
}

/** Through the middle of the others: mirrored, further, or nearer; null when all of these are worse. */
function betterThanWorst(
  corners: readonly Corner[],
  worst: Corner,
  corner: (at: readonly number[]) => Corner,
): Corner | null {
  const others = corners.slice(0, -1);
  const middle = worst.at.map(
    (_, axis) => others.reduce((sum, { at }) => sum + (at[axis] ?? 0), 0) / others.length,
  );
  const along = (far: number): Corner =>
    corner(middle.map((one, axis) => one + far * ((worst.at[axis] ?? 0) - one)));
  const mirrored = along(-1);
  if (mirrored.value < (others[0]?.value ?? 0)) {
    const further = along(-2);
    return further.value < mirrored.value ? further : mirrored;
  }
  if (mirrored.value < (others.at(-1)?.value ?? 0)) return mirrored;
  const nearer = along(mirrored.value < worst.value ? -0.5 : 0.5);
  return nearer.value < Math.min(mirrored.value, worst.value) ? nearer : null;
}

function sorted(corners: readonly Corner[]): readonly Corner[] {
  return corners.toSorted((a, b) => a.value - b.value);
}
