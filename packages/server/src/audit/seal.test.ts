import { expect, test } from 'vitest';
import { rowFrom } from './audit-rows.ts';
import { noSeal, sealOf } from './seal.ts';

const key = Buffer.alloc(32, 1);
const row = rowFrom('gent', 1, noSeal, {
  at: new Date(0),
  actor: { kind: 'system' },
  action: 'view',
  outcome: 'done',
  person: null,
  shown: [],
  object: null,
  detail: {},
  breakGlass: null,
  address: null,
});

test('an empty detail seals otherwise than a list, nothing, or a text', () => {
  const seals = [{}, [], null, '', 0, { entries: [] }].map((detail) => sealOf(key, { ...row, detail }));
  expect(new Set(seals.map((seal) => seal.toString('hex'))).size).toBe(seals.length);
});

test('the order in which the database gives the keys of the detail makes no difference', () => {
  const [one, other] = [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ].map((detail) => sealOf(key, { ...row, detail }).toString('hex'));
  expect(one).toBe(other);
});

test('another key or another seal before it gives another seal', () => {
  const seal = sealOf(key, row).toString('hex');
  expect(sealOf(Buffer.alloc(32, 2), row).toString('hex')).not.toBe(seal);
  expect(sealOf(key, { ...row, previous_seal: Buffer.alloc(32, 9) }).toString('hex')).not.toBe(seal);
});
