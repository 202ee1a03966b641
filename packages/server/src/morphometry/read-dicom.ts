// One grey image out of a DICOM file: its pixels, the scale that may be measured by, and whose it says it is. Decision: only
// uncompressed single grey frames are read, which is what densitometers and most viewers export; all else is refused with
// what to do, because a wrongly unpacked pixel is a wrong measurement. Decoding of the structure is the library's.

import { failure, type Result, success } from '@breekpunt/core';
import dicomParser, { type DataSet } from 'dicom-parser';
import { type ImageSize, sound } from './image-kind.ts';

export type Scale = 'calibrated' | 'detector' | 'none';

export interface DicomImage extends ImageSize {
  readonly scale: Scale;
  /** Millimetres a pixel, across and down; null unless calibrated. */
  readonly mm: { readonly across: number; readonly down: number } | null;
  /** As written: yyyymmdd; null when absent. */
  readonly birthDate: string | null;
  /** Grey values from 0, two bytes each, little end first, row by row. Dark is low. */
  readonly pixels: Buffer;
  /** The grey values that the file asks to be shown from black to white; null when it does not say. */
  readonly window: { readonly low: number; readonly high: number } | null;
}

export type DicomRefused =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'compressed'; readonly syntax: string }
  | { readonly kind: 'not-one-grey-frame' };

const plainSyntaxes = ['1.2.840.10008.1.2', '1.2.840.10008.1.2.1'];

export function readDicom(bytes: Buffer): Result<DicomImage, DicomRefused> {
  try {
    // The header first: a deflated file must not be unpacked before its kind is known.
    const syntax = dicomParser.readPart10Header(bytes).string('x00020010') ?? '';
    if (!plainSyntaxes.includes(syntax)) return failure({ kind: 'compressed', syntax });
    return imageFrom(dicomParser.parseDicom(bytes), bytes);
  } catch {
    // The library throws at whatever is cut short or malformed; its words may hold parts of the file.
    return failure({ kind: 'unreadable' });
  }
}

function imageFrom(data: DataSet, bytes: Buffer): Result<DicomImage, DicomRefused> {
  const size = sound({ width: data.uint16('x00280011') ?? 0, height: data.uint16('x00280010') ?? 0 });
  const photometric = data.string('x00280004') ?? '';
  const bits = data.uint16('x00280100') ?? 0;
  const frames = Number(data.string('x00280008') ?? '1');
  const element = data.elements['x7fe00010'];
  const isGrey = ['MONOCHROME1', 'MONOCHROME2'].includes(photometric) && (bits === 8 || bits === 16);
  if (size === null || !isGrey || frames !== 1 || (data.uint16('x00280002') ?? 1) !== 1)
    return failure({ kind: 'not-one-grey-frame' });
  const length = size.width * size.height * (bits / 8);
  if (element === undefined || element.length < length || element.dataOffset + length > bytes.length)
    return failure({ kind: 'unreadable' });
  const raw = bytes.subarray(element.dataOffset, element.dataOffset + length);
  const { values, least, greatest } = greyValues(raw, bits, data.uint16('x00280103') === 1);
  const inverted = photometric === 'MONOCHROME1';
  const pixels = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => {
    pixels.writeUInt16LE(inverted ? greatest - value : value - least, at * 2);
  });
  return success({
    ...size,
    ...scaleOf(data),
    birthDate: data.string('x00100030') ?? null,
    pixels,
    window: windowOf(data, inverted, least, greatest),
  });
}

interface GreyValues {
  readonly values: readonly number[] | Int32Array;
  readonly least: number;
  readonly greatest: number;
}

function greyValues(raw: Buffer, bits: number, signed: boolean): GreyValues {
  const values = new Int32Array(raw.length / (bits / 8));
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < values.length; at += 1) {
    const value =
      bits === 8
        ? signed
          ? raw.readInt8(at)
          : raw.readUInt8(at)
        : signed
          ? raw.readInt16LE(at * 2)
          : raw.readUInt16LE(at * 2);
    values[at] = value;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return { values, least, greatest };
}

/** The window of the file is in values after its own slope and intercept; ours in stored values from 0. */
function windowOf(data: DataSet, inverted: boolean, least: number, greatest: number): DicomImage['window'] {
  const centre = numberAt(data, 'x00281050', 0);
  const width = numberAt(data, 'x00281051', 0);
  if (centre === null || width === null || width < 1) return null;
  const slope = numberAt(data, 'x00281053', 0) ?? 1;
  const intercept = numberAt(data, 'x00281052', 0) ?? 0;
  if (slope <= 0) return null;
  const stored = (value: number): number => {
    const plain = (value - intercept) / slope;
    return inverted ? greatest - plain : plain - least;
  };
  const [one, other] = [stored(centre - width / 2), stored(centre + width / 2)];
  return { low: Math.min(one, other), high: Math.max(one, other) };
}

/**
 * Pixel Spacing is the scale in the patient when it was calibrated. A spacing that equals that of the detector, or that
 * stands alone at the detector, is enlarged by an unknown part (DICOM PS3.3, 10.7.1.3).
 */
function scaleOf(data: DataSet): Pick<DicomImage, 'scale' | 'mm'> {
  const spacing = pairAt(data, 'x00280030');
  const detector = pairAt(data, 'x00181164');
  const same =
    spacing !== null &&
    detector !== null &&
    spacing.across === detector.across &&
    spacing.down === detector.down &&
    data.string('x00280a02') === undefined;
  if (spacing !== null && !same) return { scale: 'calibrated', mm: spacing };
  return { scale: detector === null ? 'none' : 'detector', mm: null };
}

/** Written down first, then across. */
function pairAt(data: DataSet, tag: string): { readonly across: number; readonly down: number } | null {
  const [down, across] = [numberAt(data, tag, 0), numberAt(data, tag, 1)];
  if (down === null || across === null) return null;
  const plausible = (mm: number): boolean => mm >= 0.01 && mm <= 10;
  return plausible(down) && plausible(across) ? { across, down } : null;
}

function numberAt(data: DataSet, tag: string, index: number): number | null {
  const text = data.string(tag, index);
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}
