// DICOM as densitometers export it, drawn for these tests; and what must be refused.

import {
  type DicomTraits,
  drawnDicom as dicomBytes,
  drawnGreys,
  drawnSize,
  drawnPng as pngBytes,
} from '@breekpunt/synthetic';
import { expect, test } from 'vitest';
import { imageKindOf, jpegSize, pngSize } from './image-kind.ts';
import { type DicomImage, readDicom } from './read-dicom.ts';

const drawnPng = (): Buffer => Buffer.from(pngBytes());
const drawnDicom = (traits?: DicomTraits): Buffer => Buffer.from(dicomBytes(traits));

function sure(bytes: Buffer): DicomImage {
  const read = readDicom(bytes);
  if (!read.ok) throw new Error(`refused: ${read.error.kind}`);
  return read.value;
}

test('a file is known by its bytes, not by its name', () => {
  expect(imageKindOf(drawnPng())).toBe('png');
  expect(imageKindOf(drawnDicom())).toBe('dicom');
  expect(imageKindOf(Buffer.concat([Buffer.of(0xff, 0xd8, 0xff, 0xe0), Buffer.alloc(40)]))).toBe('jpeg');
  for (const other of ['', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', '%PDF-1.7'])
    expect(imageKindOf(Buffer.from(other.padEnd(200))), other).toBeNull();
});

test('PNG and JPEG tell their size, and cut ones none', () => {
  expect(pngSize(drawnPng())).toEqual({ ...drawnSize });
  expect(pngSize(drawnPng().subarray(0, 20))).toBeNull();
  const frame = Buffer.from('ffd8ffe000040000ffc0000b080280014001011100ffd9', 'hex');
  expect(jpegSize(frame)).toEqual({ width: 320, height: 640 });
  expect(jpegSize(frame.subarray(0, 12))).toBeNull();
});

test('a picture that no screen or memory can hold is refused', () => {
  const png = drawnPng();
  png.writeUInt32BE(100_000, 16);
  expect(pngSize(png)).toBeNull();
});

test('the pixels come out as they were drawn, dark low, whichever way the file counts', () => {
  const drawn = drawnGreys();
  const least = drawn.reduce((low, grey) => Math.min(low, grey));
  for (const photometric of ['MONOCHROME2', 'MONOCHROME1'] as const) {
    const { pixels, width, height } = sure(drawnDicom({ photometric }));
    expect([width, height]).toEqual([drawnSize.width, drawnSize.height]);
    for (const at of [0, 1_000, 77_777, drawn.length - 1])
      expect(pixels.readUInt16LE(at * 2), photometric).toBe(((drawn[at] ?? 0) - least) * 16);
  }
});

test('a calibrated spacing gives millimetres, down first and then across', () => {
  expect(sure(drawnDicom({ spacing: '0.25\\0.5' }))).toMatchObject({
    scale: 'calibrated',
    mm: { down: 0.25, across: 0.5 },
  });
});

test('a spacing of the detector gives none: the enlargement is not known', () => {
  expect(sure(drawnDicom({ detectorSpacing: '0.2\\0.2' }))).toMatchObject({ scale: 'detector', mm: null });
  expect(sure(drawnDicom({ detectorSpacing: '0.2\\0.2', spacing: '0.2\\0.2' }))).toMatchObject({
    scale: 'detector',
    mm: null,
  });
  expect(sure(drawnDicom())).toMatchObject({ scale: 'none', mm: null });
});

test('a spacing that no image can have is no scale', () => {
  for (const spacing of ['0\\0', '-1\\-1', '900\\900', 'x\\y'])
    expect(sure(drawnDicom({ spacing })).scale, spacing).toBe('none');
});

test('the window of the file is kept, counted from its darkest pixel', () => {
  const least = drawnGreys().reduce((low, grey) => Math.min(low, grey)) * 16;
  expect(sure(drawnDicom()).window).toEqual({ low: 0 - least, high: 4_096 - least });
});

test.each([
  ['compressed', drawnDicom({ syntax: '1.2.840.10008.1.2.4.70' })],
  ['compressed', drawnDicom({ syntax: '1.2.840.10008.1.2.1.99' })],
  ['not-one-grey-frame', drawnDicom({ photometric: 'RGB' })],
  ['unreadable', drawnDicom().subarray(0, 20_000)],
  ['unreadable', drawnDicom().subarray(0, 160)],
] as const)('%s files are refused with a reason', (kind, bytes) => {
  expect(readDicom(bytes)).toMatchObject({ ok: false, error: { kind } });
});

test('a file cut anywhere, or with any byte of its header changed, never throws', () => {
  const whole = drawnDicom({ spacing: '0.25\\0.25' });
  for (let length = 132; length < 520; length += 1) readDicom(whole.subarray(0, length));
  for (let at = 128; at < 480; at += 1) {
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 0xff;
    readDicom(changed);
  }
  expect(readDicom(whole).ok).toBe(true);
});
