// From where to where a drawing reaches on the page, so that no empty half of its box pushes the words down. Decision: the
// commands our drawings are made of and no others: M, L, Q, C, H, V, Z in absolute numbers, a relative v and a relative arc.

/** Least and greatest height in the box; downwards is more. */
interface DrawnSpan {
  readonly top: number;
  readonly bottom: number;
}

const numbersOf: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, C: 6, H: 1, V: 1, v: 1, a: 7, Z: 0 };

/** Throws for a command that no drawing of ours uses. */
export function drawnSpan(paths: readonly string[], circles: readonly DrawnSpan[]): DrawnSpan {
  const heights = [...paths.flatMap(heightsIn), ...circles.flatMap(({ top, bottom }) => [top, bottom])];
  return { top: Math.min(...heights), bottom: Math.max(...heights) };
}

function heightsIn(path: string): readonly number[] {
  const heights: number[] = [];
  let y = 0;
  for (const [, command = '', given = ''] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const count = numbersOf[command];
    if (count === undefined) throw new Error(`A drawing has the command ${command}`);
    const numbers = (given.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    for (let from = 0; from < numbers.length; from += count) {
      const step = numbers.slice(from, from + count);
      const [first = 0, second = 0] = step;
      if (command === 'H') continue;
      if (command === 'V') heights.push(first);
      else if (command === 'v') heights.push(y + first);
      // An arc bulges by its radius at most.
      else if (command === 'a') heights.push(y - second, y + second);
      else heights.push(...step.filter((_, place) => place % 2 === 1));
      y = command === 'a' ? y + (step[6] ?? 0) : (heights.at(-1) ?? y);
    }
  }
  return heights;
}
