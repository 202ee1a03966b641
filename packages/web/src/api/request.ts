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

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The answer as JSON; undefined when the server has nothing to say (204). */
export async function request<T>(method: Method, path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  } catch {
    throw new Refusal('no-connection', 'The server cannot be reached.');
  }
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : parsed(text);
  if (response.ok) return answer as T;
  const { code, detail, ...more } = (answer ?? {}) as Record<string, unknown>;
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
