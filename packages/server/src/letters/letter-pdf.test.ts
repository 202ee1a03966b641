import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { letterPdf } from './letter-pdf.ts';

const tried =
  'bij ≥ 65 jaar, T-score ≤ −2,5: −2,7; café, België, coördinatie, œdème, “aanhaling” ’s – € µmol/L ½ ×';

function printed(body: string, signed = false, large = false): Buffer {
  return letterPdf({
    language: 'nl',
    head: {
      hospital: 'Sint-Synthetica',
      department: 'Fractuurpreventie',
      address: null,
      phone: null,
      email: null,
    },
    phone: null,
    title: 'Verslag',
    to: 'Aan de huisarts',
    about: 'Betreft: Maria',
    salutation: 'Geachte collega,',
    sections: [{ id: 'a', heading: 'Botmeting', body }],
    closing: 'Met groeten,',
    mark: signed ? 'Getekend' : 'ONTWERP: niet getekend',
    signed,
    large,
    place: '22 november 2026',
    page: 'blz.',
    day: [2026, 11, 22],
  });
}

async function textOf(pdf: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replaceAll(/\s+/g, ' ');
}

test('every sign comes out of the page as it went in', async () => {
  // The micro sign and the letter mu are one sign in the font.
  expect((await textOf(printed(tried))).normalize('NFKC')).toContain(tried.normalize('NFKC'));
});

test('what somebody types is never read as markup', async () => {
  const typed = '#panic("x") *vet* $x$ <label> @ref \\ `code` //niets';
  expect(await textOf(printed(typed))).toContain(typed);
});

test('a draft says so, a list is a list, and a long letter has its pages numbered', async () => {
  const text = await textOf(printed(Array.from({ length: 130 }, (_, n) => `- regel ${n}`).join('\n')));
  expect(text).toContain('ONTWERP: niet getekend');
  expect(text).toMatch(/blz\. 3 \/ 3/);
  expect(text).toContain('• regel 129');
});

test('the page is tagged, says its language and is PDF/A', () => {
  const raw = printed(tried).toString('latin1');
  expect(raw).toContain('/MarkInfo');
  expect(raw).toContain('/Lang');
  expect(raw).toMatch(/pdfaid:part/);
});

test('a box to tick is drawn and not typed', async () => {
  const text = await textOf(printed('- [ ] doof gevoel\n- [ ] zwakke benen'));
  expect(text).toContain('doof gevoel');
  expect(text).not.toContain('[ ]');
});

test('a letter to a patient is set in letters for weak eyes, and every sign comes out of it too', async () => {
  const pdf = printed(tried, false, true);
  expect(pdf.toString('latin1')).toContain('AtkinsonHyperlegible');
  expect((await textOf(pdf)).normalize('NFKC')).toContain(tried.normalize('NFKC'));
});

test('a few last lines do not take a sheet of their own', async () => {
  const lines = (count: number): string => Array.from({ length: count }, (_, n) => `- regel ${n}`).join('\n');
  const sheets = async (count: number): Promise<number> =>
    (await getDocumentProxy(new Uint8Array(printed(lines(count))))).numPages;
  const counts = await Promise.all([20, 38, 40].map(sheets));
  expect(counts).toEqual([1, 1, 1]);
});
