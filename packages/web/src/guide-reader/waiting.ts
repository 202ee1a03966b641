// What waits on this device until there is a connection, and the answers of a check under way, in IndexedDB: the one store
// that a worker can reach.

export type Answers = Readonly<Record<string, 'yes' | 'no' | 'unknown'>>;

export interface Waiting {
  /** Of the guide. */
  readonly path: string;
  readonly to: string;
  /** A form. */
  readonly body: string;
}

function open(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const asked = indexedDB.open('guide', 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('waiting', { autoIncrement: true });
      asked.result.createObjectStore('answers');
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error ?? new Error('the store of the telephone did not answer'));
  });
}

async function within<T>(
  name: 'waiting' | 'answers',
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise((done, failed) => {
      const asked = work(database.transaction(name, 'readwrite').objectStore(name));
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => failed(asked.error ?? new Error('the store of the telephone did not answer'));
    });
  } finally {
    database.close();
  }
}

export async function waitFor(waiting: Waiting): Promise<void> {
  await within('waiting', (store) => store.add(waiting));
}

/** Oldest first, with the keys to forget them by. */
export async function queued(): Promise<readonly (readonly [IDBValidKey, Waiting])[]> {
  const keys = await within('waiting', (store) => store.getAllKeys());
  const values = (await within('waiting', (store) => store.getAll())) as Waiting[];
  return keys.flatMap((key, index) => {
    const value = values[index];
    return value === undefined ? [] : [[key, value] as const];
  });
}

export async function forget(key: IDBValidKey): Promise<void> {
  await within('waiting', (store) => store.delete(key));
}

export async function keepAnswers(path: string, answers: Answers): Promise<void> {
  await within('answers', (store) => store.put(answers, path));
}

export async function answersOf(path: string): Promise<Answers> {
  return ((await within('answers', (store) => store.get(path))) as Answers | undefined) ?? {};
}
