// What the boxes of a form say of the word beside them: "[x] fracture", "Fractuur ☐ ja ☒ nee". It reads one line
// of the text as received, since a box is no word; whether a fracture is meant is decided by those who ask.

export type Ticked = 'yes' | 'no' | 'unanswered';

export interface TickedBox {
  readonly answer: Ticked;
  readonly start: number;
  readonly end: number;
}

interface Box {
  readonly ticked: boolean;
  readonly start: number;
  readonly end: number;
}

const tickedSigns = '\u2612\u2611\u25a0\u2713\u2714\u22a0\u25fc\u2717\u2718';
const emptySigns = '\u2610\u25a1\u25fb\u2b1c';
const ticks = 'xXvV*\u2713\u2714';
const affirming: ReadonlySet<string> = new Set(['yes', 'ja', 'oui', 'j', 'y', 'o', 'pos']);
const denying: ReadonlySet<string> = new Set(['no', 'nee', 'neen', 'non', 'nein', 'n', 'neg']);
/** Boxes and words of one answer; no form has more. */
const MOST_PARTS = 8;
/** Letters of the longest answer, one more so that a longer word is seen to be none. */
const LONGEST_ANSWER = 5;

/** No farther back a line's beginning is looked for. */
const LONGEST_LINE = 300;

/** The answer that the boxes around the words from…to give, or null where there are none. */
export function tickedBox(text: string, from: number, to: number): TickedBox | null {
  return (
    answeredBehind(text, to) ?? (boxesFollow(text, from) ? boxBehind(text, to) : boxBefore(text, from, to))
  );
}

/** "Fracture: [ ] yes [x] no", "Fraktur ja ☐ nein ☒": yes and no, each with a box. */
function answeredBehind(text: string, to: number): TickedBox | null {
  let at = blanks(text, to);
  if (text.charAt(at) === ':') at = blanks(text, at + 1);
  const start = at;
  const boxes: Box[] = [];
  const answers: Ticked[] = [];
  const opensWithBox = boxAt(text, at) !== null;
  for (let part = 0; part < MOST_PARTS; part++) {
    const box = boxAt(text, at);
    if (box !== null) {
      boxes.push(box);
      at = blanks(text, box.end);
      continue;
    }
    const word = wordAt(text, at);
    const answer = affirming.has(word) ? 'yes' : denying.has(word) ? 'no' : null;
    // "[ ] yes [ ] no, right wrist": what follows the last answer is no part of it.
    if (answer === null || answers.length === 2) break;
    answers.push(answer);
    at = blanks(text, at + word.length);
  }
  if (answers.length === 0 || boxes.length < answers.length) return null;
  const chosen = answers.filter((_, index) => boxes[index]?.ticked === true);
  const only = chosen[0];
  if (chosen.length > 1 || (!opensWithBox && boxes.length !== answers.length)) return null;
  return { answer: only ?? 'unanswered', start, end: at };
}

/** "[ ] fracture [x] sprain": the box right before an item that says nothing else. */
function boxBefore(text: string, from: number, to: number): TickedBox | null {
  let at = from;
  while (at > 0 && text.charCodeAt(at - 1) === 32) at--;
  const box = boxEndingAt(text, at);
  if (box === null) return null;
  if (box.ticked) return { answer: 'yes', start: box.start, end: box.end };
  const next = blanks(text, to);
  const closes =
    next >= text.length || '\n\r,;:/|('.includes(text.charAt(next)) || boxAt(text, next) !== null;
  return closes ? { answer: 'unanswered', start: box.start, end: box.end } : null;
}

/** "Fraktur ☐  Luxation ☒": the box behind the word. */
function boxBehind(text: string, to: number): TickedBox | null {
  let at = blanks(text, to);
  if (text.charAt(at) === ':') at = blanks(text, at + 1);
  const box = boxAt(text, at);
  return box === null ? null : { answer: box.ticked ? 'yes' : 'unanswered', start: box.start, end: box.end };
}

/** Whether the boxes of this line follow their words: its first box stands behind a word, not at the line's beginning or a colon. */
function boxesFollow(text: string, from: number): boolean {
  const line = text.lastIndexOf('\n', from - 1) + 1;
  for (let at = Math.max(line, from - LONGEST_LINE); at < from; at++) {
    if (boxAt(text, at) === null) continue;
    const before = text.slice(line, at).trimEnd();
    return before !== '' && !before.endsWith(':');
  }
  return true;
}

function boxAt(text: string, at: number): Box | null {
  const sign = text.charAt(at);
  if (sign === '') return null;
  if (tickedSigns.includes(sign)) return { ticked: true, start: at, end: at + 1 };
  if (emptySigns.includes(sign)) return { ticked: false, start: at, end: at + 1 };
  if (sign !== '[' && sign !== '(') return null;
  const close = sign === '[' ? ']' : ')';
  for (let end = at + 1; end <= at + 3; end++)
    if (text.charAt(end) === close) return boxOf(text.slice(at + 1, end).trim(), at, end + 1, sign === '[');
  return null;
}

function boxEndingAt(text: string, end: number): Box | null {
  const sign = text.charAt(end - 1);
  if (sign !== ']' && sign !== ')') return sign === '' ? null : boxAt(text, end - 1);
  for (let start = end - 2; start >= Math.max(0, end - 4); start--) {
    const box = boxAt(text, start);
    if (box !== null) return box.end === end ? box : null;
  }
  return null;
}

function boxOf(content: string, start: number, end: number, square: boolean): Box | null {
  if (content === '') return end - start > 2 || square ? { ticked: false, start, end } : null;
  return content.length === 1 && ticks.includes(content) ? { ticked: true, start, end } : null;
}

function blanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  return at;
}

function wordAt(text: string, at: number): string {
  let end = at;
  while (end < at + LONGEST_ANSWER && /[a-z]/i.test(text.charAt(end))) end++;
  return text.slice(at, end).toLowerCase();
}
