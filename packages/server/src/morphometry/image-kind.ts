// What an uploaded image is, told by its own bytes and never by the name or type it came with, and how large it is.

export type ImageKind = 'png' | 'jpeg' | 'dicom';

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

export function imageKindOf(bytes: Buffer): ImageKind | null {
  if (bytes.length > 24 && bytes.readBigUInt64BE(0) === 0x89_50_4e_47_0d_0a_1a_0an) return 'png';
  if (bytes.length > 4 && bytes.readUIntBE(0, 3) === 0xff_d8_ff) return 'jpeg';
  if (bytes.length > 132 && bytes.toString('latin1', 128, 132) === 'DICM') return 'dicom';
  return null;
}

/** Null when the file is cut short or not what its beginning promises. */
export function pngSize(bytes: Buffer): ImageSize | null {
  if (bytes.length < 24 || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return sound({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) });
}

/** Reads the frame header: markers SOF0 to SOF15 but the three that are something else. */
export function jpegSize(bytes: Buffer): ImageSize | null {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return sound({ height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) });
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** Pixels across and down that a screen can show and a memory hold. */
const most = 8_192;

export function sound(size: ImageSize): ImageSize | null {
  const fits = (side: number): boolean => Number.isInteger(side) && side >= 16 && side <= most;
  return fits(size.width) && fits(size.height) ? size : null;
}
