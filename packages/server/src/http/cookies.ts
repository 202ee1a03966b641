// Our cookies: the session; the memory of a sign-in that is on its way through the hospital's own provider; who reads a
// guide; and how large somebody likes its letters.
// Decision: the session cookie never travels from another site (SameSite=Strict) nor to a script (HttpOnly). Over https
// the __Host- prefix keeps other hosts of the same domain from setting it. A guide's cookie goes with that guide's pages
// alone, and comes along when its link is opened from a message or a camera.

import { parseCookie, stringifySetCookie } from 'cookie';
import type { WebSettings } from '../settings/settings.ts';
import type { CookieChange } from './answer.ts';

export type CookieName = 'session' | 'flow' | 'guide' | 'look';

export interface CookieJar {
  read(header: string | undefined, name: CookieName): string | null;
  /** The value of a set-cookie header. */
  write(change: CookieChange): string;
}

const kinds = {
  session: { sameSite: 'strict', httpOnly: true, prefix: '__Host-' },
  // The provider sends the browser back from its own site, and then the flow's memory must come along.
  flow: { sameSite: 'lax', httpOnly: true, prefix: '__Host-', maxAge: 600 },
  guide: { sameSite: 'lax', httpOnly: true, prefix: '__Secure-' },
  // The page's own script shows it without asking the server.
  look: { sameSite: 'lax', httpOnly: false, prefix: '__Secure-' },
} as const;

export function cookieJar({ address }: Pick<WebSettings, 'address'>): CookieJar {
  const secure = address.startsWith('https:');
  const named = (name: CookieName): string => `${secure ? kinds[name].prefix : ''}breekpunt-${name}`;
  return {
    read: (header, name) => parseCookie(header ?? '')[named(name)] ?? null,
    write: ({ name, value, path = '/', seconds }) => {
      const { prefix: _prefix, ...kind } = kinds[name];
      return stringifySetCookie({
        ...kind,
        name: named(name),
        value: value ?? '',
        path,
        secure,
        ...(seconds === undefined ? {} : { maxAge: seconds }),
        ...(value === null ? { maxAge: 0 } : {}),
      });
    },
  };
}
