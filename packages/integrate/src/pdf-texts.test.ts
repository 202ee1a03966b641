import type { Result } from '@breekpunt/core';
import { describe, expect, test } from 'vitest';
import { pdfOf } from '../test/pdf-of.ts';
import { describeReject } from './describe-reason.ts';
import { isPdf, readPdfs } from './pdf-texts.ts';
import type { RejectReason } from './reject-reason.ts';

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

async function read(bytes: Uint8Array): Promise<Result<string, RejectReason> | undefined> {
  const data = base64(bytes);
  return (await readPdfs([data, data], 'OBX-5')).get(data);
}

describe('the words of a PDF', () => {
  test('come line by line and page by page', async () => {
    expect(
      await read(pdfOf([['RX wervelzuil', 'Recente inzakking van L1 bij patiënte.'], ['Besluit: breuk.']])),
    ).toEqual({
      ok: true,
      value: 'RX wervelzuil\nRecente inzakking van L1 bij patiënte.\n\nBesluit: breuk.',
    });
  });

  test('are whole when the last page is blank', async () => {
    expect(await read(pdfOf([['Geen fractuur.'], 'blank']))).toMatchObject({ ok: true });
  });

  test('are refused when a page is a picture, for the fracture may stand on it', async () => {
    expect(await read(pdfOf([['Zie bijlage.'], 'picture']))).toMatchObject({ error: { why: 'scanned' } });
    expect(await read(pdfOf(['blank']))).toMatchObject({ error: { why: 'scanned' } });
  });

  test('are refused when the file is torn, is no PDF, or has more pages than a report', async () => {
    expect(await read(pdfOf([['Breuk']]).slice(0, 60))).toMatchObject({ error: { why: 'damaged' } });
    expect(await read(new TextEncoder().encode('%PDF'))).toMatchObject({ error: { why: 'damaged' } });
    expect(await read(pdfOf(Array.from({ length: 61 }, () => ['x'])))).toMatchObject({
      error: { why: 'too-long' },
    });
  });

  test('that cannot be had are told with what to do, without a word of the document', async () => {
    const refused = await read(pdfOf(['picture']));
    expect(refused?.ok === false && describeReject(refused.error)).toBe(
      'OBX-5 holds a PDF with a page that is a picture, whose words cannot be read here; send the text',
    );
  });
});

test.each([
  ['application/pdf', true],
  ['text/PDF', true],
  ['application/pdf; name=x', true],
  ['application/x-pdf', true],
  ['text/plain', false],
  ['application/pdfx', false],
])('%s names a PDF: %s', (contentType, expected) => {
  expect(isPdf(contentType)).toBe(expected);
});
