// Damaged inputs for the fuzz script and its test: CSV rows, NDJSON lines and HL7 messages, each carrying a mark
// that the damage leaves alone, so that every item can be sought in what came out. One decision: a seeded
// generator of our own, so that a failing number names the same input for ever.

export type FuzzFormat = 'csv' | 'ndjson' | 'hl7v2';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const texts = [
  'Inzakking L1, recent.',
  'Geen fractuur bij patiënte; "status na".',
  'Tassement de D12,\nnon déplacé.',
  'Keine Fraktur | BWK 12 ^ LWK 1.',
  '',
];
const pieces = [
  '"',
  '""',
  ';',
  '\n',
  '\r',
  '\r\n',
  '|',
  '^',
  '~',
  '\\',
  '\\X4',
  '{',
  '}',
  '\u0000',
  '\u000b',
  '\u001c',
  '\udc80',
  'é',
  '😀',
  '31/02/2024',
  '\ufeff',
];

/** `mark(n)` is unlike anything else in the input. */
function mark(n: number): string {
  return `Q${n}Z`;
}

/** One item with its mark in front, then damaged behind it in up to three places. */
export function damagedItem(format: FuzzFormat, n: number, random: () => number): Uint8Array {
  const text = texts[Math.floor(random() * texts.length)] as string;
  const { head, tail } = item(format, n, text);
  let body: Uint8Array = new TextEncoder().encode(tail);
  const wounds = Math.floor(random() * 4);
  for (let i = 0; i < wounds; i++) body = wounded(body, random);
  return joined(new TextEncoder().encode(head), body);
}

function item(format: FuzzFormat, n: number, text: string): { head: string; tail: string } {
  if (format === 'csv') {
    return { head: mark(n), tail: `;P1;12/03/1948;V;17/05/2024;"${text.replaceAll('"', '""')}"` };
  }
  if (format === 'ndjson') {
    return { head: `{"id":"${mark(n)}"`, tail: `,"text":${JSON.stringify(text)},"birthDate":"1948-03-12"}` };
  }
  const line = text.replaceAll('\n', '\\.br\\').replaceAll('|', '\\F\\');
  return {
    head: `MSH|^~\\&|${mark(n)}`,
    tail: `|A|B|C|20240517||ORU^R01|7|P|2.5\rPID|1||P1||N||19480312|F\rOBR|1||V1|RX|||20240517\rOBX|1|TX|G||${line}||||||F`,
  };
}

function wounded(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = Math.floor(random() * (bytes.length + 1));
  const choice = random();
  if (choice < 0.3) return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + Math.floor(random() * 8)));
  if (choice < 0.5) return bytes.slice(0, at);
  const noise = choice < 0.65 ? new Uint8Array([Math.floor(random() * 256)]) : piece(random);
  return joined(bytes.subarray(0, at), noise, bytes.subarray(at));
}

function piece(random: () => number): Uint8Array {
  const text = pieces[Math.floor(random() * pieces.length)] as string;
  return text === '\udc80' ? new Uint8Array([0x80]) : new TextEncoder().encode(text);
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
