// Separates a TypeScript file's code from its comments and strings, so that a word in a comment is never
// taken for code. Not a parser: it knows quotes, templates, comments and regular expressions. Strings and
// regular expressions end at the line's end at the latest, so that a misreading (an apostrophe in JSX
// text) damages one line and never hides the rest of the file.

export interface SourceText {
  /** The file with comments, string contents and regular expressions blanked; same length, same lines. */
  readonly code: string;
  /** What each string literal without substitutions says, by the position of its opening quote. */
  readonly stringAt: ReadonlyMap<number, string>;
}

const beforeRegex = /(?:^|[(,=:[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|in|of|throw|await|yield))\s*$/;

/** Each file is read by several tests. */
const read = new Map<string, SourceText>();

export function readSourceText(text: string): SourceText {
  const known = read.get(text);
  if (known !== undefined) return known;
  const made = sourceTextOf(text);
  read.set(text, made);
  return made;
}

function sourceTextOf(text: string): SourceText {
  const code = text.split('');
  const stringAt = new Map<number, string>();
  const openTemplates: number[] = []; // brace depth at which each `${` was entered
  let depth = 0;
  let at = 0;

  const blank = (from: number, to: number): void => {
    for (let i = from; i < to; i += 1) if (code[i] !== '\n') code[i] = ' ';
    at = to;
  };
  const template = (from: number): void => {
    const end = templateEnd(text, from);
    const opened = text.startsWith('${', end);
    if (opened) openTemplates.push(depth);
    else stringAt.set(from - 1, text.slice(from, end));
    blank(from, end);
    at = opened ? end + 2 : end + 1;
  };

  while (at < text.length) {
    const char = text[at];
    if (text.startsWith('//', at)) blank(at, lineEnd(text, at));
    else if (text.startsWith('/*', at)) blank(at, endOf(text, '*/', at + 2));
    else if (char === "'" || char === '"') {
      const open = at;
      const end = quoteEnd(text, at + 1, char);
      stringAt.set(open, text.slice(open + 1, end));
      blank(open + 1, end);
      at = end + 1;
    } else if (char === '`') template(at + 1);
    else if (char === '/' && beforeRegex.test(code.slice(Math.max(0, at - 40), at).join(''))) {
      const end = regexEnd(text, at + 1);
      if (end === undefined) at += 1;
      else blank(at, end);
    } else {
      if (char === '{') depth += 1;
      if (char === '}' && openTemplates.at(-1) === depth) {
        openTemplates.pop();
        template(at + 1);
        continue;
      }
      if (char === '}') depth -= 1;
      at += 1;
    }
  }
  return { code: code.join(''), stringAt };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}

/** Position of the closing quote, or of the line's end when there is none. */
function quoteEnd(text: string, from: number, quote: string): number {
  let at = from;
  while (at < text.length && text[at] !== quote && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at, text.length);
}

/** Position of the template's closing backtick or of its next `${`. */
function templateEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '`' && !text.startsWith('${', at)) at += text[at] === '\\' ? 2 : 1;
  return Math.min(at, text.length);
}

/** Position after the closing slash, or undefined when the line ends first: then it was a division. */
function regexEnd(text: string, from: number): number | undefined {
  let inClass = false;
  for (let at = from; at < text.length && text[at] !== '\n'; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '[') inClass = true;
    else if (text[at] === ']') inClass = false;
    else if (text[at] === '/' && !inClass) return at + 1;
  }
  return undefined;
}
