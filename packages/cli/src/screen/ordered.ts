// Runs a function over a stream with several at work at once, and gives the results in the order the items
// came. Back-pressure both ways: no item is taken while `width` are at work or waiting for their turn.

export async function* orderedResults<I, O>(
  items: AsyncIterable<I>,
  width: number,
  run: (item: I) => Promise<O>,
): AsyncGenerator<O, void, undefined> {
  const atWork: Promise<O>[] = [];
  try {
    for await (const item of items) {
      const started = run(item);
      // A failure is met where the result is awaited, in its turn; until then it must not count as unhandled.
      started.catch(() => undefined);
      atWork.push(started);
      if (atWork.length >= width) yield await (atWork.shift() as Promise<O>);
    }
    while (atWork.length > 0) yield await (atWork.shift() as Promise<O>);
  } finally {
    await Promise.allSettled(atWork);
  }
}
