// Our two cookies: the session, and the memory of a sign-in that is on its way through the hospital's own provider.
// Decision: the session cookie never travels from another site (SameSite=Strict) nor to a script (HttpOnly). Over https
// the __Host- prefix keeps other hosts of the same domain from setting it.

import { parseCookie, stringifySetCookie } from 'cookie';
import type { WebSettings } from '../settings/settings.ts';

export interface CookieJar {
  read(header: string | undefined, name: 'session' | 'flow'): string | null;
  /** The value of a set-cookie header. */
  write(name: 'session' | 'flow', value: string | null): string;
}

export function cookieJar({ address }: Pick<WebSettings, 'address'>): CookieJar {
  const secure = address.startsWith('https:');
  const named = (name: string): string => `${secure ? '__Host-' : ''}breekpunt-${name}`;
  return {
    read: (header, name) => parseCookie(header ?? '')[named(name)] ?? null,
    write: (name, value) =>
      stringifySetCookie({
        name: named(name),
        value: value ?? '',
        path: '/',
        httpOnly: true,
        secure,
        // The provider sends the browser back from its own site, and then the flow's memory must come along.
        sameSite: name === 'session' ? 'strict' : 'lax',
        ...(value === null ? { maxAge: 0 } : name === 'flow' ? { maxAge: 600 } : {}),
      }),
  };
}
