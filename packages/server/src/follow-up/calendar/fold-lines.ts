// Lines of a calendar file as RFC 5545 (3.1) wants them: at most 75 octets, the rest on lines that begin with a space. Decision:
// the library counts characters, and one "é" is two octets; so what it folded is unfolded and folded anew.

const longest = 75;

export function foldLines(calendar: string): string {
  return calendar
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(folded)
    .join('\r\n');
}

function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  // By whole characters: a character is never cut in two.
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longest) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
