import { expect, test } from 'vitest';
import { cookieJar } from './cookies.ts';

const plain = cookieJar({ address: 'http://localhost:7300' });
const secure = cookieJar({ address: 'https://fls.hospital.example' });

test('over https the session cookie travels over https only, to this host only, from our own pages only', () => {
  expect(secure.write({ name: 'session', value: 'gent.abc' })).toBe(
    '__Host-breekpunt-session=gent.abc; Path=/; HttpOnly; Secure; SameSite=Strict',
  );
});

test("the memory of a sign-in elsewhere comes along when the browser is sent back from the provider's site", () => {
  expect(secure.write({ name: 'flow', value: 'abc' })).toBe(
    '__Host-breekpunt-flow=abc; Max-Age=600; Path=/; HttpOnly; Secure; SameSite=Lax',
  );
});

test("a guide's cookie goes with the pages of that guide alone, for as long as the link is good", () => {
  expect(
    secure.write({ name: 'guide', value: 'abc', path: '/g/gent/00000-00000-00000-00000', seconds: 60 }),
  ).toBe(
    '__Secure-breekpunt-guide=abc; Max-Age=60; Path=/g/gent/00000-00000-00000-00000; HttpOnly; Secure; SameSite=Lax',
  );
});

test('each jar reads its own cookie, and a cookie set for http counts for nothing over https', () => {
  const header = 'other=1; breekpunt-session=gent.abc; __Host-breekpunt-session=gent.def';
  expect([plain.read(header, 'session'), secure.read(header, 'session')]).toEqual(['gent.abc', 'gent.def']);
  expect(secure.read('breekpunt-session=gent.abc', 'session')).toBeNull();
  expect(plain.read(undefined, 'session')).toBeNull();
});
