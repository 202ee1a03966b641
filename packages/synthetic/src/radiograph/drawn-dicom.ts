// The drawn side view as a DICOM file of 16 bits, with the traits that a test asks for: scale, birth date, syntax.

import { joined } from './drawn-png.ts';
import { drawnGreys, drawnSize } from './drawn-spine.ts';

export interface DicomTraits {
  /** Millimetres a pixel in the patient, down and across. */
  readonly spacing?: string;
  readonly detectorSpacing?: string;
  readonly birthDate?: string;
  /** Explicit little endian when absent; another one is only claimed. */
  readonly syntax?: string;
  readonly photometric?: 'MONOCHROME1' | 'MONOCHROME2' | 'RGB';
}

export function drawnDicom(traits: DicomTraits = {}): Uint8Array {
  const { syntax = '1.2.840.10008.1.2.1', photometric = 'MONOCHROME2' } = traits;
  const greys = drawnGreys();
  const pixels = new Uint8Array(greys.length * 2);
  const view = new DataView(pixels.buffer);
  for (const [at, grey] of greys.entries())
    view.setUint16(at * 2, (photometric === 'MONOCHROME1' ? 255 - grey : grey) * 16, true);
  const meta = element(0x0002, 0x0010, 'UI', evened(syntax, '\0'));
  return joined([
    new Uint8Array(128),
    text('DICM'),
    element(0x0002, 0x0000, 'UL', little(meta.length, 4)),
    meta,
    words(0x0010, 0x0030, 'DA', traits.birthDate),
    words(0x0018, 0x1164, 'DS', traits.detectorSpacing),
    element(0x0028, 0x0002, 'US', little(photometric === 'RGB' ? 3 : 1, 2)),
    words(0x0028, 0x0004, 'CS', photometric),
    element(0x0028, 0x0010, 'US', little(drawnSize.height, 2)),
    element(0x0028, 0x0011, 'US', little(drawnSize.width, 2)),
    words(0x0028, 0x0030, 'DS', traits.spacing),
    element(0x0028, 0x0100, 'US', little(16, 2)),
    element(0x0028, 0x0103, 'US', little(0, 2)),
    words(0x0028, 0x1050, 'DS', '2048'),
    words(0x0028, 0x1051, 'DS', '4096'),
    element(0x7fe0, 0x0010, 'OW', pixels),
  ]);
}

function words(group: number, number: number, kind: string, value: string | undefined): Uint8Array {
  return value === undefined ? new Uint8Array() : element(group, number, kind, evened(value, ' '));
}

function element(group: number, number: number, kind: string, content: Uint8Array): Uint8Array {
  const length = kind === 'OW' ? [new Uint8Array(2), little(content.length, 4)] : [little(content.length, 2)];
  return joined([little(group, 2), little(number, 2), text(kind), ...length, content]);
}

function evened(value: string, filler: string): Uint8Array {
  return text(value.length % 2 === 0 ? value : value + filler);
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

/** Little end first. */
function little(value: number, bytes: 2 | 4): Uint8Array {
  const content = new Uint8Array(bytes);
  const view = new DataView(content.buffer);
  if (bytes === 2) view.setUint16(0, value, true);
  else view.setUint32(0, value, true);
  return content;
}
