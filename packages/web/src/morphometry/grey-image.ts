// An image as grey values, whatever it came as, and how they are painted: a window of grey values is spread from black to
// white. Decision: one way to paint for all formats, so that contrast means the same on each.

export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly values: Uint16Array;
  readonly greatest: number;
  /** What the file itself asks to be shown from black to white. */
  readonly window: GreyWindow;
}

export interface GreyWindow {
  readonly low: number;
  readonly high: number;
}

export async function loadGrey(address: string): Promise<GreyImage> {
  const response = await fetch(address);
  if (!response.ok) throw new Error('The image could not be fetched');
  if (response.headers.get('content-type')?.startsWith('image/')) return fromPicture(await response.blob());
  return fromGreyFile(await response.arrayBuffer());
}

/** Four numbers of four bytes (width, height, black, white), then two bytes a pixel. */
function fromGreyFile(file: ArrayBuffer): GreyImage {
  const head = new DataView(file, 0, 16);
  const [width, height] = [head.getUint32(0, true), head.getUint32(4, true)];
  const [low, high] = [head.getInt32(8, true), head.getInt32(12, true)];
  const values = new Uint16Array(file, 16, width * height);
  const greatest = values.reduce((most, value) => Math.max(most, value), 1);
  return { width, height, values, greatest, window: high > low ? { low, high } : { low: 0, high: greatest } };
}

async function fromPicture(blob: Blob): Promise<GreyImage> {
  const bitmap = await createImageBitmap(blob);
  const { width, height } = bitmap;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser cannot paint');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const values = new Uint16Array(width * height);
  for (let at = 0; at < values.length; at += 1)
    values[at] = Math.round(
      0.2126 * (data[at * 4] ?? 0) + 0.7152 * (data[at * 4 + 1] ?? 0) + 0.0722 * (data[at * 4 + 2] ?? 0),
    );
  return { width, height, values, greatest: 255, window: { low: 0, high: 255 } };
}

/** How bright a grey value is painted, 0 to 255. */
export function shade(value: number, { low, high }: GreyWindow): number {
  return Math.round(Math.min(1, Math.max(0, (value - low) / Math.max(1, high - low))) * 255);
}

export function paintGrey(canvas: HTMLCanvasElement, image: GreyImage, window: GreyWindow): void {
  const { width, height, values, greatest } = image;
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const shades = Uint8Array.from({ length: greatest + 1 }, (_, value) => shade(value, window));
  const painted = context.createImageData(width, height);
  const pixels = new Uint32Array(painted.data.buffer);
  for (let at = 0; at < values.length; at += 1) {
    const grey = shades[values[at] ?? 0] ?? 0;
    pixels[at] = 0xff_00_00_00 | (grey << 16) | (grey << 8) | grey;
  }
  context.putImageData(painted, 0, 0);
}
