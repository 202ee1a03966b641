import { expect, test } from 'vitest';
import { hashPassword, isPassword } from './password.ts';
import { weaknessOf } from './password-rules.ts';

test('a password is kept as argon2id with its cost beside it, differently each time, and known again', async () => {
  const [one, two] = [
    await hashPassword('vier woorden naast elkaar'),
    await hashPassword('vier woorden naast elkaar'),
  ];
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(one).not.toBe(two);
  expect(await isPassword('vier woorden naast elkaar', one)).toBe(true);
  expect(await isPassword('vier woorden naast elkaa', one)).toBe(false);
});

test('a hash of another cost is checked at its own cost', async () => {
  const kept = await hashPassword('vier woorden naast elkaar');
  expect(await isPassword('vier woorden naast elkaar', kept.replace('m=19456', 'm=9728'))).toBe(false);
});

test('an accent is the same letter, however the keyboard makes it', async () => {
  const kept = await hashPassword('caf\u00e9 cr\u00e8me br\u00fbl\u00e9e');
  expect(await isPassword('cafe\u0301 cre\u0300me bru\u0302le\u0301e', kept)).toBe(true);
});

test.each([null, '', 'plain', '$2b$10$abcdefghijklmnopqrstuv'])(
  'nobody signs in where %j is kept',
  async (kept) => {
    expect(await isPassword(kept ?? '', kept)).toBe(false);
  },
);

test.each([
  ['kort', /at least 12/],
  ['a'.repeat(201), /at most 200/],
  ['aaaabbbbaaaabbbb', /5 different/],
  ['els.verzonnen1', /more than the name/],
  ['Els.Verzonnen-2026', /more than the name/],
  ['vier woorden naast elkaar', null],
  ['👩‍⚕️ 🦴 💊 🩻 🏥 🚑', null],
])('%j: %s', (password, refusal) => {
  const weakness = weaknessOf(password, ['els.verzonnen']);
  if (refusal === null) expect(weakness).toBeNull();
  else expect(weakness).toMatch(refusal);
});
