import { describe, expect, test } from 'vitest';
import { printed, temporaryKnowledge } from '../test/temporary-knowledge.ts';
import { claimPatternFrom } from './claim-pattern.ts';
import { compileClaims } from './compile-claims.ts';

const concepts = `
concepts:
  gel: {kind: treatment, nl: [gel], fr: [gel], en: [gel]}
  helps: {kind: effect, nl: [helpt], fr: [aide], en: [helps]}
`;
const register = `
claims:
  - id: C1
    title: A gel helps
    verdict: contradicted
    says: {nl: a, fr: b, en: c}
    evidence: {nl: a, fr: b, en: c}
    wording: {nl: a, fr: b, en: c}
    sources: [{id: read-guideline, where: p. 4}]
    status: confirmed
    find: ["gel helps"]
    matches: ["Gel helpt."]
    skips: ["Gel helpt niet."]
`;

function problemsWith(claims: string, words = concepts): string[] {
  return printed(compileClaims(temporaryKnowledge({ 'claims.yaml': claims, 'claim-concepts.yaml': words })));
}

describe('the claim register', () => {
  test('a complete register is accepted', () => {
    expect(problemsWith(register)).toEqual([]);
  });

  test.each([
    ['cites what is not a source', 'id: read-guideline', 'id: nowhere', '"nowhere" is not in sources.yaml'],
    ['calls an unread source confirmed', 'id: read-guideline', 'id: heard-of', 'not confirmed'],
    [
      'looks for a concept that is not there',
      '"gel helps"',
      '"gel heals"',
      '"heals" is not in claim-concepts',
    ],
    ['has no English', 'evidence: {nl: a, fr: b, en: c}', 'evidence: {nl: a, fr: b}', '"en" is missing'],
    ['has no text in which it is found', 'matches: ["Gel helpt."]', 'matches: []', 'at least one text'],
    ['has no text in which it is not found', 'skips: ["Gel helpt niet."]', 'skips: []', 'at least one text'],
    ['has a number that is none', 'id: C1', 'id: K1', 'expected C and a number'],
  ])('a claim that %s is refused', (_what, from, to, message) => {
    expect(problemsWith(register.replace(from, to))).toContainEqual(expect.stringContaining(message));
  });

  test('a word with a capital or an accent could never be met, so it is refused', () => {
    expect(problemsWith(register, concepts.replace('fr: [aide]', 'fr: [aidé]'))).toContainEqual(
      expect.stringContaining('small letters without accents'),
    );
  });
});

test('a pattern on one line says where to look, what must stand there and what must not', () => {
  expect(claimPatternFrom('passage: gel|salve@own&new no.harm !proof')).toEqual({
    scope: 'passage',
    all: [
      [
        [{ concept: 'gel', denied: false, own: false }],
        [
          { concept: 'salve', denied: false, own: true },
          { concept: 'new', denied: false, own: false },
        ],
      ],
      [[{ concept: 'harm', denied: true, own: false }]],
    ],
    none: [[{ concept: 'proof', denied: false, own: false }]],
  });
});
