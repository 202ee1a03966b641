// Whether a request that changes something comes from our own pages. The second lock beside SameSite cookies.
// Decision: by what the browser says of itself (Sec-Fetch-Site, or Origin for older ones), which no page can forge. A
// program that is no browser sends neither, and carries no cookie that somebody else could misuse.

interface Headers {
  readonly [name: string]: string | readonly string[] | undefined;
}

export function isFromElsewhere(method: string, headers: Headers, address: string): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  if (origin === undefined) return false;
  return (
    origin !== address &&
    origin !== `http://${String(headers['host'])}` &&
    origin !== `https://${String(headers['host'])}`
  );
}
