// A pasted page as plain text of the same length, so that every offset still points into the text as received. Tags become
// space, those that end a line an end of line; a letter written as an entity ("&eacute;") becomes the letter, with marks that
// reading skips in the places that are left over. The text itself is never rewritten.

const tag = /<(\/?)([a-z][a-z0-9]*)\b[^<>]*>|<!--[^<>]*-->/gi;
const entity = /&(?:#(\d{1,6})|([a-z]{2,8}));/gi;
const lines = new Set(
  'address article aside blockquote br div dd dl dt figcaption footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p section table tbody thead title tr ul'.split(
    ' ',
  ),
);
const cells = new Set(['td', 'th']);
const letters: Readonly<Record<string, string>> = {
  aacute: 'á',
  acirc: 'â',
  agrave: 'à',
  auml: 'ä',
  ccedil: 'ç',
  eacute: 'é',
  ecirc: 'ê',
  egrave: 'è',
  euml: 'ë',
  iacute: 'í',
  icirc: 'î',
  iuml: 'ï',
  oacute: 'ó',
  ocirc: 'ô',
  oelig: 'œ',
  ouml: 'ö',
  uacute: 'ú',
  ucirc: 'û',
  ugrave: 'ù',
  uuml: 'ü',
};
const signs: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  lsquo: '‘',
  mdash: '—',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  rsquo: '’',
};
/** Belongs to the word it stands in, and is no letter (combining grapheme joiner). */
const filler = '\u034f';

export function readableText(text: string): string {
  return text
    .replaceAll(tag, (whole, _end: string, name: string | undefined) => blank(whole.length, name))
    .replaceAll(entity, (whole, number: string | undefined, name: string | undefined) => {
      const sign = number === undefined ? letterOf(name ?? '') : signOf(Number(number));
      if (sign === undefined)
        return whole.length > 4 && number === undefined ? whole : ' '.repeat(whole.length);
      return sign + (/\p{L}/u.test(sign) ? filler : ' ').repeat(whole.length - sign.length);
    });
}

function blank(length: number, name: string | undefined): string {
  const of = name?.toLowerCase() ?? '';
  const first = lines.has(of) ? '\n' : cells.has(of) ? '|' : ' ';
  const second = of === 'li' && length > 3 ? '-' : ' ';
  return (first + second).slice(0, length).padEnd(length, ' ');
}

function letterOf(name: string): string | undefined {
  const small = letters[name.toLowerCase()];
  if (small === undefined) return signs[name.toLowerCase()];
  return /^[A-Z]/.test(name) ? small.toUpperCase() : small;
}

function signOf(code: number): string | undefined {
  const sign = code < 0x20 || code > 0xffff ? ' ' : String.fromCharCode(code);
  return /\s/u.test(sign) ? undefined : sign;
}
