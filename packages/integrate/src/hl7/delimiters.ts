// The five characters a message declares in MSH-1 and MSH-2, and the escape sequences that stand for them in data
// (HL7 v2.5.1 §2.7). One decision: a sequence that is not known stays in the text as it came, because a lost word
// is worse than a visible backslash.

export interface Delimiters {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  readonly subcomponent: string;
}

/** From an MSH segment's beginning; undefined when it does not declare usable ones. */
export function delimitersFrom(header: string): Delimiters | undefined {
  const field = header[3];
  if (field === undefined) return undefined;
  const end = header.indexOf(field, 4);
  const encoding = end === -1 ? header.slice(4) : header.slice(4, end);
  const component = encoding[0];
  const repetition = encoding[1];
  if (component === undefined || repetition === undefined) return undefined;
  // Without an escape or subcomponent character the message has none: U+0000 never occurs in text.
  const delimiters = {
    field,
    component,
    repetition,
    escape: encoding[2] ?? '\0',
    subcomponent: encoding[3] ?? '\0',
  };
  const all = [...new Set(Object.values(delimiters).filter((d) => d !== '\0'))];
  const distinct = all.length === Object.values(delimiters).filter((d) => d !== '\0').length;
  return distinct && all.every((d) => !/[A-Za-z0-9\s]/.test(d)) ? delimiters : undefined;
}

/** `hexText` decodes the bytes of \X..\ in the message's character set. */
export function unescapeHl7(
  text: string,
  delimiters: Delimiters,
  hexText: (bytes: Uint8Array) => string,
): string {
  const sign = delimiters.escape;
  if (!text.includes(sign)) return text;
  let result = '';
  let at = 0;
  for (;;) {
    const open = text.indexOf(sign, at);
    if (open === -1) return result + text.slice(at);
    const close = text.indexOf(sign, open + 1);
    if (close === -1) return result + text.slice(at);
    const meaning = meaningOf(text.slice(open + 1, close), delimiters, hexText);
    if (meaning === undefined) {
      // Not a sequence: keep the character and look again from the next one.
      result += text.slice(at, close);
      at = close;
    } else {
      result += text.slice(at, open) + meaning;
      at = close + 1;
    }
  }
}

function meaningOf(
  sequence: string,
  delimiters: Delimiters,
  hexText: (bytes: Uint8Array) => string,
): string | undefined {
  switch (sequence) {
    case 'F':
      return delimiters.field;
    case 'S':
      return delimiters.component;
    case 'T':
      return delimiters.subcomponent;
    case 'R':
      return delimiters.repetition;
    case 'E':
      return delimiters.escape;
    case 'H':
    case 'N':
    case '.fi':
    case '.nf':
      return '';
    case '.br':
    case '.ce':
    case '.sp':
      return '\n';
    default:
      return formatted(sequence, hexText);
  }
}

function formatted(sequence: string, hexText: (bytes: Uint8Array) => string): string | undefined {
  const lines = /^\.sp\s*\+?(\d{1,2})$/.exec(sequence);
  if (lines) return '\n'.repeat(Number(lines[1]));
  const spaces = /^\.sk\s*\+?(\d{1,2})$/.exec(sequence);
  if (spaces) return ' '.repeat(Number(spaces[1]));
  if (/^\.(in|ti)\s*[+-]?\d{1,3}$/.test(sequence)) return '';
  if (!/^X(?:[0-9A-Fa-f]{2})+$/.test(sequence)) return undefined;
  const bytes = new Uint8Array((sequence.length - 1) / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(sequence.slice(1 + i * 2, 3 + i * 2), 16);
  return hexText(bytes).replace(/\r\n?/g, '\n');
}

/** Text made safe to stand in a field; the inverse of unescapeHl7. Line breaks become \.br\. */
export function escapeHl7(text: string, delimiters: Delimiters): string {
  const names = new Map([
    [delimiters.escape, 'E'],
    [delimiters.field, 'F'],
    [delimiters.component, 'S'],
    [delimiters.subcomponent, 'T'],
    [delimiters.repetition, 'R'],
    ['\n', '.br'],
    ['\r', 'X0D'],
  ]);
  let result = '';
  for (const character of text) {
    const name = names.get(character);
    result += name === undefined ? character : `${delimiters.escape}${name}${delimiters.escape}`;
  }
  return result;
}
