// A history in portions that grow: statistics made after a small one keep the next, larger one fast.

const [first, factor] = [300, 5];

export function growingPortions<T>(items: readonly T[]): (readonly T[])[] {
  const portions: (readonly T[])[] = [];
  let [from, size] = [0, first];
  while (from < items.length) {
    portions.push(items.slice(from, from + size));
    from += size;
    size *= factor;
  }
  return portions;
}
