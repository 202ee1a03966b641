// What the worker uses of a service worker's world. Its own types exclude those of a page, and this package is both.

interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}

interface Reader {
  postMessage(message: unknown): void;
}

export interface Fetching extends Lasting {
  readonly request: Request;
  /** Of the page that is being opened. */
  readonly resultingClientId: string;
  respondWith(answer: Promise<Response>): void;
}

interface Messaging extends Lasting {
  readonly data: unknown;
}

interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void>; get(id: string): Promise<Reader | undefined> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(kind: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(kind: 'message', listener: (event: Messaging) => void): void;
}

export const scope: WorkerScope = self as unknown as WorkerScope;
