import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AskingSystem, askingSystem } from '../../test/asking-system.ts';
import { guardedJson, guardedRequest, isWithinReach } from './guarded-request.ts';
import { mayBeAsked } from './public-address.ts';

let other: AskingSystem;
beforeAll(async () => {
  other = await askingSystem();
  other.answers.set('/small', { said: 'yes' });
  other.answers.set('/large', { said: 'x'.repeat(10_000) });
  other.handlers.set('/away', (_request, response) => {
    response.writeHead(302, { location: `${other.address}/small` }).end();
  });
  // Answers never.
  other.handlers.set('/slow', () => undefined);
  other.handlers.set('/text', (_request, response) => void response.end('no JSON'));
});
afterAll(() => other.close());

const reach = () => ({ hosts: [new URL(other.address).host], network: 'own' as const });

describe('a request', () => {
  test('goes to a registered host and brings its answer', async () => {
    expect(await guardedJson(`${other.address}/small`, reach())).toEqual({ said: 'yes' });
  });

  test.each([
    ['another port of the same machine', 'http://127.0.0.1:1/small'],
    ['another name for the same machine', 'http://localhost:PORT/small'],
    ['a host that is not registered', 'https://example.com/'],
    ['another protocol', 'file:///etc/passwd'],
    ['a name with a password', 'http://a:b@127.0.0.1:PORT/small'],
  ])('does not go to %s', async (_name, address) => {
    const port = new URL(other.address).port;
    const before = other.asked.length;
    const answer = await guardedRequest(address.replace('PORT', port), reach());
    expect(answer).toEqual({ ok: false, error: 'not-allowed' });
    expect(other.asked.length).toBe(before);
  });

  test('does not go to this machine for a system of the internet, whatever its name says', async () => {
    const hosts = ['localhost', '127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1'];
    for (const host of hosts) {
      const url = new URL(`https://${host}/`);
      const answer = await guardedRequest(url.href, { hosts: [url.host], network: 'public' });
      expect([host, answer]).toEqual([host, { ok: false, error: 'not-allowed' }]);
    }
  });

  test('follows no redirect', async () => {
    const before = other.asked.length;
    expect(await guardedRequest(`${other.address}/away`, reach())).toEqual({
      ok: false,
      error: 'redirected',
    });
    expect(other.asked.slice(before)).toEqual(['GET /away']);
  });

  test('takes no more than a limit, and waits no longer than one', async () => {
    expect(await guardedRequest(`${other.address}/large`, reach(), { mostBytes: 1_000 })).toEqual({
      ok: false,
      error: 'too-large',
    });
    expect(await guardedRequest(`${other.address}/slow`, reach(), { patienceMs: 50 })).toEqual({
      ok: false,
      error: 'too-slow',
    });
  });

  test('that finds nothing, or no JSON, finds nothing', async () => {
    expect(await guardedJson(`${other.address}/nothing`, reach())).toBeUndefined();
    expect(await guardedJson(`${other.address}/text`, reach())).toBeUndefined();
    expect(await guardedRequest('no address', reach())).toEqual({ ok: false, error: 'not-an-address' });
  });
});

describe('an address', () => {
  test.each([
    ['10.0.0.1', false, true],
    ['172.16.0.1', false, true],
    ['172.32.0.1', true, true],
    ['192.168.1.1', false, true],
    ['100.64.0.1', false, true],
    ['127.0.0.1', false, true],
    ['::1', false, true],
    ['fd12::1', false, true],
    ['::ffff:10.0.0.1', false, true],
    ['169.254.169.254', false, false],
    ['::ffff:169.254.169.254', false, false],
    ['fe80::1', false, false],
    ['0.0.0.0', false, false],
    ['224.0.0.1', false, false],
    ['255.255.255.255', false, false],
    ['64:ff9b::a00:1', false, false],
    ['8.8.8.8', true, true],
    ['2a00:1450:400c::1', true, true],
    ['example.com', false, false],
    ['', false, false],
  ])('%s: of the internet %s, in the own network %s', (address, ofInternet, ofOwn) => {
    expect([mayBeAsked(address, 'public'), mayBeAsked(address, 'own')]).toEqual([ofInternet, ofOwn]);
  });

  test('that is allowed over the internet is allowed in the own network too, and means the same written as IPv6', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const open = mayBeAsked(address, 'public');
        expect(open && !mayBeAsked(address, 'own')).toBe(false);
        expect(mayBeAsked(`::ffff:${address}`, 'public')).toBe(open);
      }),
      { seed: 20_261_122, numRuns: 2_000 },
    );
  });

  test('over the internet is https', () => {
    const at = (address: string, network: 'public' | 'own') =>
      isWithinReach(new URL(address), { hosts: ['example.com'], network });
    expect([at('https://example.com/', 'public'), at('http://example.com/', 'public')]).toEqual([
      true,
      false,
    ]);
    expect(at('http://example.com/', 'own')).toBe(true);
  });
});
