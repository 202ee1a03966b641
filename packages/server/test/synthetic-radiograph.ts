// A side view of a spine drawn by arithmetic, as grey values, as PNG and as DICOM: for tests of measuring. It is invented,
// looks like no person, and each vertebra has corners that are known exactly.

import { crc32, deflateSync } from 'node:zlib';

export interface DrawnVertebra {
  readonly level: string;
  /** Upper front, middle, back; lower front, middle, back; in pixels. */
  readonly corners: readonly { readonly x: number; readonly y: number }[];
}

export const drawnWidth = 320;
export const drawnHeight = 640;

/** Bodies of 60 by 28 pixels from T10 down; the front of L1 is lower by 9 pixels, which is 32.1 %. */
export const drawnSpine: readonly DrawnVertebra[] = ['T10', 'T11', 'T12', 'L1', 'L2', 'L3'].map(
  (level, at) => {
    const [left, top, width, height] = [120 + at * 4, 60 + at * 84, 60, 28];
    const lost = level === 'L1' ? 9 : 0;
    return {
      level,
      corners: [
        { x: left, y: top + lost },
        { x: left + width / 2, y: top + lost / 2 },
        { x: left + width, y: top },
        { x: left, y: top + height },
        { x: left + width / 2, y: top + height },
        { x: left + width, y: top + height },
      ],
    };
  },
);

/** 0 to 255: bone is light, soft parts are grey with a fixed grain, air is dark. */
export function drawnGreys(): Uint8Array {
  const greys = new Uint8Array(drawnWidth * drawnHeight);
  for (let y = 0; y < drawnHeight; y += 1)
    for (let x = 0; x < drawnWidth; x += 1) {
      const grain = (x * 7 + y * 13 + ((x * y) % 11)) % 17;
      const soft = 70 - Math.abs(x - 160) / 4;
      const bone = drawnSpine.some(({ corners }) => isInside(corners, x, y));
      greys[y * drawnWidth + x] = Math.max(0, Math.round((bone ? 185 : soft) + grain));
    }
  return greys;
}

function isInside(corners: DrawnVertebra['corners'], x: number, y: number): boolean {
  const [front, , back, low] = corners;
  if (front === undefined || back === undefined || low === undefined) return false;
  if (x < front.x || x > back.x) return false;
  const top = front.y + ((back.y - front.y) * (x - front.x)) / (back.x - front.x);
  return y >= top && y <= low.y;
}

export function drawnPng(): Buffer {
  const greys = drawnGreys();
  const head = Buffer.alloc(13);
  head.writeUInt32BE(drawnWidth, 0);
  head.writeUInt32BE(drawnHeight, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.concat(
    Array.from({ length: drawnHeight }, (_, y) =>
      Buffer.concat([Buffer.of(0), greys.subarray(y * drawnWidth, (y + 1) * drawnWidth)]),
    ),
  );
  return Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

export interface DicomTraits {
  /** Millimetres a pixel in the patient, down and across. */
  readonly spacing?: string;
  readonly detectorSpacing?: string;
  readonly birthDate?: string;
  readonly syntax?: string;
  readonly photometric?: 'MONOCHROME1' | 'MONOCHROME2' | 'RGB';
}

/** The same picture in 16 bits, explicit little endian unless another syntax is claimed. */
export function drawnDicom(traits: DicomTraits = {}): Buffer {
  const { syntax = '1.2.840.10008.1.2.1', photometric = 'MONOCHROME2' } = traits;
  const greys = drawnGreys();
  const pixels = Buffer.alloc(greys.length * 2);
  for (const [at, grey] of greys.entries())
    pixels.writeUInt16LE((photometric === 'MONOCHROME1' ? 255 - grey : grey) * 16, at * 2);
  const meta = element(0x0002, 0x0010, 'UI', Buffer.from(evened(syntax, '\0')));
  const text = (group: number, number: number, kind: string, value: string | undefined): Buffer =>
    value === undefined ? Buffer.alloc(0) : element(group, number, kind, Buffer.from(evened(value, ' ')));
  const short = (group: number, number: number, value: number): Buffer => {
    const content = Buffer.alloc(2);
    content.writeUInt16LE(value);
    return element(group, number, 'US', content);
  };
  const length = Buffer.alloc(4);
  length.writeUInt32LE(meta.length);
  return Buffer.concat([
    Buffer.alloc(128),
    Buffer.from('DICM'),
    element(0x0002, 0x0000, 'UL', length),
    meta,
    text(0x0010, 0x0030, 'DA', traits.birthDate),
    text(0x0018, 0x1164, 'DS', traits.detectorSpacing),
    short(0x0028, 0x0002, photometric === 'RGB' ? 3 : 1),
    text(0x0028, 0x0004, 'CS', photometric),
    short(0x0028, 0x0010, drawnHeight),
    short(0x0028, 0x0011, drawnWidth),
    text(0x0028, 0x0030, 'DS', traits.spacing),
    short(0x0028, 0x0100, 16),
    short(0x0028, 0x0103, 0),
    text(0x0028, 0x1050, 'DS', '2048'),
    text(0x0028, 0x1051, 'DS', '4096'),
    element(0x7fe0, 0x0010, 'OW', pixels),
  ]);
}

function evened(text: string, filler: string): string {
  return text.length % 2 === 0 ? text : text + filler;
}

function element(group: number, number: number, kind: string, content: Buffer): Buffer {
  const long = kind === 'OW';
  const head = Buffer.alloc(long ? 12 : 8);
  head.writeUInt16LE(group, 0);
  head.writeUInt16LE(number, 2);
  head.write(kind, 4, 'latin1');
  if (long) head.writeUInt32LE(content.length, 8);
  else head.writeUInt16LE(content.length, 6);
  return Buffer.concat([head, content]);
}
