// What makes a password good enough: its length, and not being a word that stands beside it. No rules about signs and no
// yearly change, which make people choose worse ones (NIST SP 800-63B).

const passwordLength = { least: 12, most: 200 } as const;

/** Why it cannot be the password; null when it can. */
export function weaknessOf(password: string, near: readonly string[]): string | null {
  const characters = [...password.normalize('NFC')];
  if (characters.length < passwordLength.least)
    return `A password has at least ${passwordLength.least} characters: take a few words that only you would put together.`;
  if (characters.length > passwordLength.most)
    return `A password has at most ${passwordLength.most} characters.`;
  if (new Set(characters).size < 5) return 'A password has at least 5 different characters.';
  const plain = password.toLowerCase();
  const copied = near.some((word) => word.length >= 4 && plain.replaceAll(word.toLowerCase(), '').length < 8);
  return copied ? 'A password is more than the name of the person or the hospital.' : null;
}
