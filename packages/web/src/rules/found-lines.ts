// Which lines of the knowledge a reader looks for: all the typed words, anywhere in the line, in any order, whatever the
// case and accents.

export interface Searched {
  readonly words: string;
  readonly status: string;
}

interface Line {
  readonly status?: 'draft' | 'confirmed';
}

export function foundLines<T extends Line>(
  lines: readonly T[],
  { words, status }: Searched,
  textOf: (line: T) => string,
): readonly T[] {
  const wanted = plain(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return lines.filter((line) => {
    if (status !== '' && line.status !== undefined && line.status !== status) return false;
    const text = plain(textOf(line));
    return wanted.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
