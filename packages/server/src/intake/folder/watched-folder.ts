// Looks after a folder in which another system lays files: each is taken into the inbox once it has stopped growing, and
// then lies in done/ or in rejected/ with the reason beside it.
// Decision: a file is moved after its contents are committed, never before; a kill between the two makes it be taken again,
// which changes nothing. It looks every few seconds instead of listening, because network drives tell nobody of changes.

import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const largestFile = 50_000_000;

export interface WatchedFolder {
  readonly folder: string;
  readonly everyMs: number;
  /** Null when the file is kept; else why not. What it throws leaves the file where it is, for the next look. */
  take(name: string, raw: Buffer): Promise<readonly string[] | null>;
  /** Hears what became of a file by its place in the folder, and of trouble with the folder. */
  told(what: 'done' | 'rejected' | 'trouble', detail: string): void;
}

/** Gives what stops it, which ends when no file is under way. */
export function watchFolder(watched: WatchedFolder): () => Promise<void> {
  const stop = new AbortController();
  const running = run(watched, stop.signal);
  return async () => {
    stop.abort();
    await running;
  };
}

async function run(watched: WatchedFolder, stop: AbortSignal): Promise<void> {
  let sizes = new Map<string, string>();
  while (!stop.aborted) {
    try {
      sizes = await lookOnce(watched, sizes, stop);
    } catch (error) {
      watched.told('trouble', (error as NodeJS.ErrnoException).code ?? (error as Error).name);
    }
    await setTimeout(watched.everyMs, undefined, { signal: stop }).catch(() => undefined);
  }
}

/** Sizes and times by name, to see at the next look what stands still. */
export async function lookOnce(
  watched: WatchedFolder,
  before: ReadonlyMap<string, string>,
  stop?: AbortSignal,
): Promise<Map<string, string>> {
  const { folder, told } = watched;
  await mkdir(join(folder, 'done'), { recursive: true });
  await mkdir(join(folder, 'rejected'), { recursive: true });
  const seen = new Map<string, string>();
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter(
      (entry) => entry.isFile() && !/^[.~]|\.(tmp|part|partial|filepart|reason\.txt)$/i.test(entry.name),
    )
    .map(({ name }) => name)
    .toSorted();
  for (const name of names) {
    if (stop?.aborted === true) break;
    const { size, mtimeMs } = await stat(join(folder, name));
    const now = `${size} ${mtimeMs}`;
    if (before.get(name) !== now) {
      seen.set(name, now);
      continue;
    }
    const reasons =
      size > largestFile
        ? [`larger than ${largestFile} bytes, the limit for one file; split it`]
        : await watched.take(name, await readFile(join(folder, name)));
    const to = reasons === null ? 'done' : 'rejected';
    const place = await freeName(join(folder, to), name);
    if (reasons !== null) await writeFile(join(folder, to, `${place}.reason.txt`), `${reasons.join('\n')}\n`);
    await rename(join(folder, name), join(folder, to, place));
    told(to, place);
  }
  return seen;
}

/** The name itself, or with a number: nothing that lies there is written over. */
async function freeName(folder: string, name: string): Promise<string> {
  const taken = new Set(await readdir(folder));
  for (let number = 1; ; number += 1) {
    const one = number === 1 ? name : name.replace(/(\.[^.]*)?$/, ` (${number})$1`);
    if (!taken.has(one)) return one;
  }
}
