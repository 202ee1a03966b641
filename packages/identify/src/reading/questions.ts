// Whether a fracture is asked or told: question marks, the request at the head of a report, and the signs that
// answer a question in a template. A question in findings or conclusion is the writer's own doubt.

import { gapBit } from '../scan/char-class.ts';
import { decidesPresence } from './cue-senses.ts';
import { type Mention, note } from './mention.ts';
import { type Element, hasRole, rowOf } from './report-view.ts';

/** In a request, a bare word asks; a statement with a bone, a side or a level tells. */
export function takeRequest(mention: Mention): void {
  const named =
    mention.place.from === 'phrase' &&
    (mention.side !== null || mention.levels.length > 0 || mention.year !== null);
  if (!named && mention.kind !== 'treated-fracture' && mention.place.from !== 'phrase')
    mention.setAside = 'question';
}

/** "Fractuur: -", "fract (-)", "fract -, lux -": a lone minus sign behind the word answers it; a dash that opens a list does not. */
export function minusSign(mention: Mention, text: string): { start: number; end: number } | null {
  const last = mention.sentence.elements[mention.phrase.to] as Element;
  let at = last.end;
  const skipBlanks = (): void => {
    while (text.charCodeAt(at) === 32) at++;
  };
  skipBlanks();
  const opened = text.charAt(at);
  const labelled = opened === ':' || opened === '(';
  if (labelled) at++;
  else if (at === last.end || text.charAt(at + 1) !== ',') return null;
  skipBlanks();
  const sign = at;
  if (!(labelled ? nothings : minusSigns).includes(text.charAt(at)) || at >= text.length) return null;
  at++;
  skipBlanks();
  const closed = at >= text.length ? '' : text.charAt(at);
  const answers = opened === '(' ? closed === ')' : answerEnds.has(closed);
  return answers ? { start: sign, end: sign + 1 } : null;
}

const minusSigns = '-\u2010\u2011\u2012\u2013\u2014\u2212';
const nothings = `${minusSigns}/0\u00d8\u00f8`;

const answerEnds: ReadonlySet<string> = new Set(['', '\n', '\r', '.', ',', ';', '|', '/']);

export interface AskedAt {
  readonly start: number;
  readonly end: number;
  readonly leading: boolean;
}

/** A question mark that hangs on this mention: before its phrase, or after it before anything else is said. */
export function questionMark(mention: Mention): AskedAt | null {
  const { elements, closing } = mention.sentence;
  let first = mention.phrase.from;
  while (
    first > 0 &&
    (elements[first] as Element).breakBefore === 0 &&
    (elements[first] as Element).gap < gapBit.comma &&
    isAdjective(elements[first - 1] as Element)
  )
    first--;
  // "R 8th rib ?#": right before the fracture word itself too.
  const opening = [elements[first], elements[mention.headIndex]].find((element) => element?.asked === true);
  if (opening !== undefined) {
    const at = opening.start;
    return { start: at, end: opening.end, leading: first > 0 || opening !== elements[first] };
  }
  let words = 0;
  for (let i = mention.phrase.to + 1; i < elements.length; i++) {
    const element = elements[i] as Element;
    if ((element.gap & gapBit.question) !== 0) return askedAt(elements[i - 1] as Element);
    if (element.breakBefore >= 2) return null;
    if (element.breakBefore === 1 && mention.section !== 'request') return null;
    if (isDoubtOrDenial(element)) return null;
    if (element.rows.length === 0 && ++words > 3 && mention.section !== 'request') return null;
  }
  return (closing & gapBit.question) === 0 ? null : askedAt(elements[elements.length - 1] as Element);
}

function isAdjective(element: Element): boolean {
  return (
    (hasRole(element, 'cue') && !isDoubtOrDenial(element)) || rowOf(element, 'joiner')?.joins === 'filler'
  );
}

/** The word a question mark hangs on. */
function askedAt(element: Element): AskedAt {
  return { start: element.start, end: element.end, leading: false };
}

function isDoubtOrDenial(element: Element): boolean {
  const cue = rowOf(element, 'cue');
  return cue !== null && decidesPresence(cue.sense);
}

/** A question in findings or conclusion is the writer's doubt; anywhere else it is a question. */
export function takeQuestion(mention: Mention, asked: AskedAt): void {
  const doubt =
    mention.section === 'findings' ||
    mention.section === 'conclusion' ||
    (asked.leading && mention.section === 'none') ||
    (mention.section !== 'request' && describesShape(mention));
  mention.presence = 'possible';
  note(mention, doubt ? 'sign/doubt' : 'sign/question', 'question', asked.start, asked.end);
  if (!doubt) mention.setAside = 'question';
}

/** The sentence already describes the bone: its question mark is the reader's doubt, not the requester's. */
function describesShape(mention: Mention): boolean {
  return mention.sentence.elements.some(
    (element, index) => index !== mention.headIndex && rowOf(element, 'head')?.kind === 'vertebral-deformity',
  );
}
