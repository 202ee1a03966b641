import { loadKnowledge } from '@breekpunt/knowledge';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createClaimChecker } from './check-claims.ts';

const { claims } = loadKnowledge();
const check = createClaimChecker(claims);
const idsIn = (text: string): string[] => check(text).found.map(({ claim }) => claim);

describe.each(claims.claims.map((claim) => [claim.id, claim] as const))('[%s]', (id, claim) => {
  test.each(claim.matches)('is found in: %s', (text) => {
    expect(idsIn(text)).toContain(id);
  });
  test.each(claim.skips)('is not found in: %s', (text) => {
    expect(idsIn(text)).not.toContain(id);
  });
});

describe('the claim checker', () => {
  test('the register holds all 31 claims', () => {
    expect(claims.claims.map(({ id }) => id)).toEqual(Array.from({ length: 31 }, (_, n) => `C${n + 1}`));
  });

  test('a found claim points at its sentence, and its reasons lie in the text', () => {
    const text = 'Welkom.\n\nEen kuur met hyaluronzuur smeert de heup. Tot ziens.';
    const [found] = check(text).found;
    expect(text.slice(found?.start, found?.end)).toBe('Een kuur met hyaluronzuur smeert de heup.');
    expect(found?.because.map(({ start, end }) => text.slice(start, end))).toEqual([
      'hyaluronzuur',
      'smeert',
    ]);
  });

  test('a treatment named in the heading holds for the sentences under it', () => {
    expect(idsIn('Hyaluronzuur\nDeze behandeling geeft maandenlang minder pijn.')).toEqual(['C9']);
  });

  test('another treatment ends what was carried on', () => {
    expect(idsIn('Hyaluronzuur wordt afgeraden. Paracetamol geeft minder pijn.')).toEqual([]);
  });

  test('what a text itself calls untrue is not held against it', () => {
    expect(idsIn('Stamcellen herstellen kraakbeen. Dat klopt niet.')).toEqual([]);
    expect(idsIn('Sommige klinieken beweren dat stamcellen kraakbeen herstellen.')).toEqual([]);
  });

  test('a claim about a treatment that is not in the register is given back as not checked', () => {
    const text =
      'Een nieuwe orthese helpt. Acupunctuur kost 40 euro. Een operatie verlicht de druk op de zenuw.';
    const { found, notChecked } = check(text);
    expect(found.map(({ claim }) => claim)).toEqual(['C23']);
    expect(notChecked.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Een operatie verlicht de druk op de zenuw.',
    ]);
  });

  test('a question claims nothing, but "did you know" does', () => {
    expect(idsIn('Herstellen stamcellen het kraakbeen?')).toEqual([]);
    expect(idsIn('Wist u dat stamcellen het kraakbeen herstellen?')).toEqual(['C10']);
  });

  test.each([
    ['nl', 'Een korset steunt uw rug.'],
    ['fr', 'Le corset soutient votre dos.'],
    ['en', 'A brace supports your back.'],
  ])('the language of a text is seen: %s', (language, text) => {
    expect(check(text)).toMatchObject({ language, found: [{ claim: 'C23' }] });
  });

  test.each([
    ['a bullet list', 'BMAC\n✓ Herstelt kraakbeen\n✓ Eén dag in de kliniek'],
    ['a table', 'Behandeling | Werking\nStamcellen | herstellen het kraakbeen\nFietsen | 2 keer per week'],
    ['capitals', 'ONZE AANPAK\n\nSTAMCELLEN HERSTELLEN UW KRAAKBEEN.'],
    ['a slogan above the text', 'Stamcellen herstellen uw kraakbeen\n\nBel ons voor een afspraak.'],
    ['a pasted page', '<h2>BMAC</h2><p>Stamcellen <b>herstellen</b> uw kraakbeen.</p><p>Bel ons.</p>'],
    [
      'a page with letters as entities',
      '<p>Wist u dat? Stamcellen&nbsp;herstellen uw kraakb&eacute;&eacute;n.</p>',
    ],
  ])('claims are found in %s', (_form, text) => {
    expect(idsIn(text)).toEqual(['C10']);
  });

  test.each(['Hoe werkt hyaluronzuur in de heup', 'Behandeling met hyaluronzuur', 'BMAC'])(
    'a heading that names a subject claims nothing: %s',
    (heading) => {
      expect(idsIn(`${heading}\n\nBel ons voor een afspraak.`)).toEqual([]);
    },
  );

  test('a sentence that names a treatment in words unknown here is given back as not recognised', () => {
    const text =
      'Welkom bij ons. Met stamcellen tovert onze arts uw heup om tot een nieuw exemplaar. Tot ziens.';
    const { found, notChecked, notRecognised } = check(text);
    expect([found, notChecked]).toEqual([[], []]);
    expect(notRecognised.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Met stamcellen tovert onze arts uw heup om tot een nieuw exemplaar.',
    ]);
  });

  test.each([
    'Stammzellen reparieren den Knorpel in Ihrer Hüfte, und die Schmerzen werden nach einer Spritze geringer.',
    'Una infiltración de ácido hialurónico en la cadera alivia el dolor y protege el cartílago durante meses.',
    'Enjeksiyon kalça ekleminizi korur ve ağrınızı azaltır, bu tedavi çok etkilidir ve ameliyat gerekmez.',
  ])('a text in another language is not read, and that is said: %s', (text) => {
    expect(check(text)).toMatchObject({ language: null, found: [], notChecked: [], notRecognised: [] });
    expect(check(text, 'nl').language).toBe('nl');
  });

  test('nothing lies outside the text, whatever the text', () => {
    const pieces = claims.claims.flatMap(({ matches, skips }) => [...matches, ...skips]);
    const texts = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme' })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(texts, fc.constantFrom(' ', '\n', '\r\n\n'), (parts, joint) => {
        const text = parts.join(joint);
        const { found, notChecked } = check(text);
        for (const { start, end } of [...found, ...notChecked, ...found.flatMap(({ because }) => because)]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { seed: 31, numRuns: 150 },
    );
  });

  test('an empty text holds nothing', () => {
    expect(check('')).toEqual({
      language: 'nl',
      found: [],
      notChecked: [],
      notRecognised: [],
      sentences: 0,
    });
  });
});
