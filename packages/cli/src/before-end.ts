// What a running command wants done before a signal ends the program: closing a server, for instance.

let work: (() => Promise<void>) | null = null;

export function beforeEnd(todo: () => Promise<void>): void {
  work = todo;
}

/** Whether there was anything to do, and it is done. */
export async function endInOrder(): Promise<boolean> {
  if (work === null) return false;
  const todo = work;
  work = null;
  await todo();
  return true;
}
