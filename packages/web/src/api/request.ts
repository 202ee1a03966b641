// Asks the server, and turns what goes wrong into one kind of error with a code that the app has words for.

/** `code` is the server's own, or 'no-connection' when it could not be reached. */
export class Refusal extends Error {
  readonly code: string;
  readonly more: Readonly<Record<string, unknown>>;
  constructor(code: string, detail: string, more: Readonly<Record<string, unknown>> = {}) {
    super(detail);
    this.name = 'Refusal';
    this.code = code;
    this.more = more;
  }
}

/** When a hand last touched this screen. */
let touchedAt = Number.NEGATIVE_INFINITY;
const handRestsMs = 60_000;
for (const event of ['keydown', 'pointerdown'] as const)
  addEventListener(event, () => (touchedAt = performance.now()), { capture: true, passive: true });

/** What nobody's hand asked for does not count as being there, so an unattended screen is signed out in time. */
function presence(): Readonly<Record<string, string>> {
  return performance.now() - touchedAt > handRestsMs ? { 'x-breekpunt-background': '1' } : {};
}

export const sessionPath = '/api/session';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A file goes as its bytes, everything else as JSON. */
function bodyOf(body: unknown): Pick<RequestInit, 'body'> & { readonly headers: Record<string, string> } {
  if (body === undefined) return { headers: {} };
  return body instanceof Blob
    ? { headers: { 'content-type': 'application/octet-stream' }, body }
    : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

const signOuts = new EventTarget();

/** Calls back whenever the server says to a request that nobody is signed in any more. Answers how to stop. */
export function whenSignedOut(heard: () => void): () => void {
  signOuts.addEventListener('signed-out', heard);
  return () => signOuts.removeEventListener('signed-out', heard);
}

/** The answer as JSON; undefined when the server has nothing to say (204). */
export async function request<T>(
  method: Method,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<T> {
  const response = await answered(method, path, body, headers);
  const text = await response.text();
  return (text === '' ? undefined : parsed(text)) as T;
}

/** The answer as a file. */
export async function requestFile(method: Method, path: string, body?: unknown): Promise<Blob> {
  return (await answered(method, path, body, {})).blob();
}

async function answered(
  method: Method,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const sent = bodyOf(body);
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      ...sent,
      headers: { ...presence(), ...sent.headers, ...headers },
    });
  } catch {
    throw new Refusal('no-connection', 'The server cannot be reached.');
  }
  if (response.ok) return response;
  const { code, detail, ...more } = (parsed(await response.text()) ?? {}) as Record<string, unknown>;
  // Who asks for the session itself learns it from the answer.
  if (code === 'not-signed-in' && path !== sessionPath) signOuts.dispatchEvent(new Event('signed-out'));
  throw new Refusal(
    typeof code === 'string' ? code : 'our-mistake',
    typeof detail === 'string' ? detail : '',
    more,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function refusalFrom(error: unknown): Refusal {
  return error instanceof Refusal ? error : new Refusal('our-mistake', String(error));
}
