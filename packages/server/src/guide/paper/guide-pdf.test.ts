import { compileGuide, type GuideInput } from '@breekpunt/inform';
import { guideContent, guideLanguages, loadKnowledge } from '@breekpunt/knowledge';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { everythingOpen, somebody } from '../../../test/guide-somebody.ts';
import { sayIn } from '../words/guide-words.ts';
import { guidePdf, mostSheets } from './guide-pdf.ts';
import { type PaperOf, paperGuide } from './paper-guide.ts';

const knowledge = loadKnowledge();

function printed(input: GuideInput, more: Partial<PaperOf> = {}): ReturnType<typeof guidePdf> {
  const made = compileGuide(input, knowledge, guideContent);
  if (!made.ok) throw new Error(made.error.kind);
  const of: PaperOf = {
    guide: made.value,
    say: sayIn(input.language),
    hospital: 'Sint-Synthetica',
    who: 'Maria P.',
    call: { number: '09 000 00 10', hours: 'werkdagen, 9 tot 17 uur' },
    address: 'https://botten.example/g/sint-synthetica/ABCDE-FGHIJ',
    questions: [],
    ...more,
  };
  return guidePdf(paperGuide(of));
}

async function textOf(pdf: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replaceAll(/\s+/g, ' ');
}

describe.each(guideLanguages)('in %s', (language) => {
  test('everything that a guide can hold for a back still fits on four sheets', async () => {
    const { sheets, pdf } = printed({ ...everythingOpen, language });
    expect(sheets).toBeLessThanOrEqual(mostSheets);
    const { numPages } = await getDocumentProxy(new Uint8Array(pdf));
    expect(numPages).toBe(sheets);
  });

  test('a hip fits too, and every exercise of the guide is on it', async () => {
    const made = compileGuide({ ...somebody, language }, knowledge, guideContent);
    if (!made.ok) throw new Error(made.error.kind);
    const { sheets, pdf } = printed({ ...somebody, language });
    expect(sheets).toBeLessThanOrEqual(mostSheets);
    const text = await textOf(pdf);
    const names = made.value.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'exercise' ? [block.name] : [])),
    );
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  });
});

test('the alarm signs with 112, the number of the hospital and the code stand on the first sheet', async () => {
  const { pdf } = printed(somebody);
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document);
  const first = (text[0] ?? '').replaceAll(/\s+/g, ' ');
  expect(first).toContain('Bel nu 112');
  expect(first).toContain('Bel ons: 09 000 00 10');
  expect(first).toContain('Scan voor uw gids');
  expect(first).toContain('Maria P.');
});

test('without a number, a name or a link the sheet says so and still gives 112', async () => {
  const text = await textOf(printed(somebody, { who: null, call: null, address: null }).pdf);
  expect(text).toContain('Dit nummer is niet bekend.');
  expect(text).toContain('Spoed: bel 112');
  expect(text).toContain('Vraag uw team om de link.');
  expect(text).not.toMatch(/null|undefined|not-recorded/);
});

test('what a patient wrote is printed as written and never read as markup', async () => {
  const question = '#panic("x") *vet* <b> $x$ mag ik ≥ 5 kg tillen?';
  expect(await textOf(printed(somebody, { questions: [question] }).pdf)).toContain(question);
});

test('the sheets are tagged PDF/A with their language, and their title names nobody', () => {
  const raw = printed(somebody).pdf.toString('latin1');
  expect(raw).toContain('/MarkInfo');
  expect(raw).toMatch(/pdfaid:part/);
  expect(raw).toMatch(/Mijn herstel/);
});
