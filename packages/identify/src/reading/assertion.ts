// Whether the report states, doubts or denies the fracture. The nearest cue decides;
// doubt about an exclusion ("niet uit te sluiten") is one cue and is never read as a denial.

import { gapBit } from '../scan/char-class.ts';
import type { Scan } from '../scan/scanner.ts';
import { isLongPast, type ReachingCue, unbroken } from './cues.ts';
import { hedgesAnother, hedgesLevel } from './hedges.ts';
import { type Mention, note } from './mention.ts';
import { isPlace } from './phrase.ts';
import { type Element, hasRole, rowOf } from './report-view.ts';

/** No particle stands farther behind its fracture than this many words. */
const PARTICLE_WORDS = 6;

/** Settles presence, absent scope, displacement and set-aside of one mention. */
export function assertPresence(mention: Mention, cues: readonly ReachingCue[], scan: Scan): void {
  const deciding = cues.filter(
    (cue) => isPresenceSense(cue.sense) && !hedgesLevel(mention, cue) && !hedgesAnother(mention, cue),
  );
  const caveat = cues.find((cue) => cue.sense === 'caveat');
  if (caveat !== undefined) {
    // "Een normale foto sluit een fractuur niet uit": a general warning, whatever else the sentence says.
    note(mention, caveat.row.id, 'caveat', caveat.start, caveat.end);
    mention.presence = 'possible';
    mention.setAside = 'hypothetical';
    return;
  }
  const shared = sharedDenial(mention, cues);
  if (shared !== null) {
    note(mention, shared.row.id, 'absent', shared.start, shared.end);
    mention.presence = 'absent';
    scopeAbsence(mention, cues);
    return;
  }
  const minus = minusSign(mention, scan.text);
  if (minus !== null) {
    note(mention, 'sign/minus', 'absent', minus.start, minus.end);
    mention.presence = 'absent';
    scopeAbsence(mention, cues);
    return;
  }
  const nearest = deciding[0];
  // "Moeder brak haar heup?": what happened to somebody else is told, not asked.
  const asked = cues.some((cue) => cue.sense === 'family' || cue.sense === 'other')
    ? null
    : questionMark(mention);
  const { listDenial } = mention.sentence;
  if (nearest === undefined && asked === null && listDenial !== null) {
    mention.presence = 'absent';
    note(mention, listDenial.rows[0]?.id ?? 'list', 'absent', listDenial.start, listDenial.end);
  } else if (nearest === undefined) {
    if (asked !== null) takeQuestion(mention, asked);
    else if (mention.section === 'request' && !hasHistory(cues)) takeRequest(mention);
  } else {
    note(mention, nearest.row.id, nearest.sense, nearest.start, nearest.end);
    applyNearest(mention, nearest, deciding, asked !== null, scan);
  }
  if (mention.presence === 'absent') scopeAbsence(mention, cues);
  settleDisplacement(mention, cues);
}

function isPresenceSense(sense: string): boolean {
  return (
    sense === 'absent' ||
    sense === 'possible' ||
    sense === 'present' ||
    sense === 'question' ||
    sense === 'hypothetical' ||
    sense === 'caveat'
  );
}

/** "geen dislocatie of fractuur": the denial of displacement is shared with the fracture by an "or". */
function sharedDenial(mention: Mention, cues: readonly ReachingCue[]): ReachingCue | null {
  const { elements } = mention.sentence;
  for (const cue of cues) {
    if (cue.sense !== 'undisplaced' || !cue.ahead) continue;
    let joined = false;
    for (let i = cue.index + 1; i < mention.headIndex; i++) {
      const joins = rowOf(elements[i] as Element, 'joiner')?.joins;
      if (joins === 'or') joined = true;
      else if (joins === undefined && !hasRole(elements[i] as Element, 'site')) return null;
    }
    if (joined) return cue;
  }
  return null;
}

function applyNearest(
  mention: Mention,
  nearest: ReachingCue,
  deciding: readonly ReachingCue[],
  asked: boolean,
  scan: Scan,
): void {
  switch (nearest.sense) {
    case 'absent':
      mention.presence = deniedExclusion(mention, nearest) ? 'possible' : 'absent';
      return;
    case 'possible': {
      const particle = particleBehind(mention, nearest, scan);
      if (particle !== null) {
        note(mention, nearest.row.id, 'absent', particle.start, particle.end);
        mention.presence = 'absent';
        return;
      }
      const verdict = deciding.find((cue) => settlesDoubt(mention, nearest, cue));
      if (verdict !== undefined) {
        note(mention, verdict.row.id, 'absent', verdict.start, verdict.end);
        mention.presence = 'absent';
        return;
      }
      const confirmed = deciding.find(
        (cue) =>
          cue.sense === 'present' && !cue.ahead && cue.row.look === 'back' && cue.index > nearest.index,
      );
      if (confirmed !== undefined) {
        // "suspectée cliniquement, confirmée par scanner": what is confirmed behind the doubt ends it.
        note(mention, confirmed.row.id, 'present', confirmed.start, confirmed.end);
        mention.presence = 'present';
        return;
      }
      const supposed = deciding.find(
        (cue) => cue.sense === 'hypothetical' && cue.ahead && cue.index < nearest.index && nearest.ahead,
      );
      if (supposed !== undefined) {
        note(mention, supposed.row.id, 'hypothetical', supposed.start, supposed.end);
        mention.presence = 'possible';
        mention.setAside = 'hypothetical';
        return;
      }
      const denied = deciding.find(
        (cue) =>
          cue.sense === 'absent' &&
          cue.ahead &&
          (nearest.ahead || nearest.row.look === 'back') &&
          cue.index < nearest.index &&
          unbroken(mention.sentence, cue.index, nearest.index),
      );
      if (denied !== undefined) {
        note(mention, denied.row.id, 'absent', denied.start, denied.end);
        mention.presence = 'absent';
        return;
      }
      if (mention.section === 'request') mention.setAside = 'question';
      mention.presence = 'possible';
      return;
    }
    case 'question':
      mention.presence = 'possible';
      if (!stillHeld(mention)) mention.setAside = 'question';
      return;
    case 'caveat':
    case 'hypothetical':
      mention.presence = 'possible';
      mention.setAside = 'hypothetical';
      return;
    case 'present':
      mention.presence = asked ? 'possible' : 'present';
      return;
  }
}

/** "MRI sluit een fractuur uit": the verb's second half stands behind the fracture, and nothing denies it. */
function particleBehind(mention: Mention, verb: ReachingCue, scan: Scan): Element | null {
  const { particle } = verb.row;
  if (particle === undefined || !verb.ahead) return null;
  const { elements } = mention.sentence;
  for (let i = verb.index + 1; i < elements.length; i++) {
    const element = elements[i] as Element;
    if (element.breakBefore >= 2 || i - mention.headIndex > PARTICLE_WORDS) return null;
    const cue = rowOf(element, 'cue');
    if (cue?.sense === 'absent' || cue?.sense === 'possible') return null;
    const ends = elements[i + 1] === undefined || (elements[i + 1] as Element).breakBefore > 0;
    if (i > mention.headIndex && ends && scan.word(element.first) === particle) return element;
  }
  return null;
}

/** "n'est pas formellement écarté", "niet met zekerheid uitgesloten": an exclusion that is itself denied is a doubt. */
function deniedExclusion(mention: Mention, exclusion: ReachingCue): boolean {
  if (exclusion.ahead || exclusion.row.look !== 'back') return false;
  const { elements } = mention.sentence;
  for (let i = exclusion.index - 1; i > Math.max(mention.headIndex, exclusion.index - 4); i--) {
    const element = elements[i] as Element;
    if ((elements[i + 1] as Element).breakBefore > 0) return false;
    const cue = rowOf(element, 'cue');
    if (cue?.sense === 'absent' && cue.look === 'ahead') {
      note(mention, cue.id, 'absent', element.start, element.end);
      return true;
    }
  }
  return false;
}

/** An examination asked to exclude it, outside the request, keeps the writer's suspicion alive. */
function stillHeld(mention: Mention): boolean {
  return mention.section !== 'request' && mention.section !== 'none' && mention.section !== 'technique';
}

/** "V.a. Fraktur ausgeschlossen", "de fractuur die vermoed werd, is niet bevestigd": a denial behind the doubt. */
function settlesDoubt(mention: Mention, doubt: ReachingCue, cue: ReachingCue): boolean {
  if (cue.sense !== 'absent' || cue.ahead) return false;
  if (!doubt.ahead) return cue.index > doubt.index;
  // "Suspicion de fracture : non confirmée": the verdict may stand behind a colon.
  const colon = (mention.sentence.elements[cue.index] as Element).breakBefore === 2;
  // "onder verdenking van inzakking, deze werd niet gevonden": a denial that reached over its comma counts.
  return unbroken(mention.sentence, mention.headIndex, colon ? cue.index - 1 : cue.index, 1);
}

function hasHistory(cues: readonly ReachingCue[]): boolean {
  return cues.some(
    (cue) =>
      isLongPast(cue.sense) ||
      cue.sense === 'treated-now' ||
      cue.sense === 'subacute' ||
      cue.sense === 'family',
  );
}

/** In a request, a bare word asks; a statement with a bone, a side or a level tells. */
function takeRequest(mention: Mention): void {
  const named =
    mention.place.from === 'phrase' &&
    (mention.side !== null || mention.levels.length > 0 || mention.year !== null);
  if (!named && mention.kind !== 'treated-fracture' && mention.place.from !== 'phrase')
    mention.setAside = 'question';
}

/** "Fractuur: -", "fract (-)": a lone minus sign behind the word answers it; a dash that opens a list does not. */
function minusSign(mention: Mention, text: string): { start: number; end: number } | null {
  const last = mention.sentence.elements[mention.phrase.to] as Element;
  let at = last.end;
  const skipBlanks = (): void => {
    while (text.charCodeAt(at) === 32) at++;
  };
  skipBlanks();
  const opened = text.charAt(at);
  if (opened !== ':' && opened !== '(') return null;
  at++;
  skipBlanks();
  const sign = at;
  if (!minusSigns.includes(text.charAt(at)) || at >= text.length) return null;
  at++;
  skipBlanks();
  const closed = at >= text.length ? '' : text.charAt(at);
  const answers = opened === '(' ? closed === ')' : answerEnds.has(closed);
  return answers ? { start: sign, end: sign + 1 } : null;
}

const minusSigns = '-\u2010\u2011\u2012\u2013\u2014\u2212';
const answerEnds: ReadonlySet<string> = new Set(['', '\n', '\r', '.', ',', ';', '|', '/']);

interface AskedAt {
  readonly start: number;
  readonly end: number;
  readonly leading: boolean;
}

/** A question mark that hangs on this mention: before its phrase, or after it before anything else is said. */
function questionMark(mention: Mention): AskedAt | null {
  const { elements, closing } = mention.sentence;
  let first = mention.phrase.from;
  while (
    first > 0 &&
    (elements[first] as Element).breakBefore === 0 &&
    (elements[first] as Element).gap < gapBit.comma &&
    isAdjective(elements[first - 1] as Element)
  )
    first--;
  const opening = elements[first];
  if (opening?.asked === true) {
    const at = opening.start;
    return { start: at, end: opening.end, leading: first > 0 };
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
  return cue !== null && isPresenceSense(cue.sense);
}

/** A question in findings or conclusion is the writer's doubt; anywhere else it is a question. */
function takeQuestion(mention: Mention, asked: AskedAt): void {
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

/** "geen recente fractuur" says nothing of old ones; "geen recente of oude" says all. */
function scopeAbsence(mention: Mention, cues: readonly ReachingCue[]): void {
  const denial = cues.find((cue) => cue.sense === 'absent');
  const near = cues.filter(
    (cue) =>
      (cue.ahead || cue.row.reach === 'near') &&
      (denial === undefined || !denial.ahead || cue.index > denial.index),
  );
  const acute = near.find((cue) => (cue.sense === 'acute' || cue.sense === 'new') && cue.distance <= 6);
  const old = near.find((cue) => (isLongPast(cue.sense) || cue.sense === 'subacute') && cue.distance <= 6);
  const displaced = near.find((cue) => cue.sense === 'displaced');
  mention.absentScope =
    acute !== undefined && old === undefined ? 'acute' : displaced !== undefined ? 'displaced' : 'any';
  if (acute !== undefined && old === undefined) note(mention, acute.row.id, 'scope', acute.start, acute.end);
  mention.time = mention.absentScope === 'acute' ? 'acute' : 'undetermined';
  mention.timeStated = true;
}

function settleDisplacement(mention: Mention, cues: readonly ReachingCue[]): void {
  const said = cues.find((cue) => cue.sense === 'displaced' || cue.sense === 'undisplaced');
  if (said === undefined || mention.presence === 'absent') return;
  const denied = cues.some((cue) => cue.sense === 'absent' && cue.index === said.index - 1);
  mention.displaced = (said.sense === 'undisplaced') === denied ? 'yes' : 'no';
  if (said.sense === 'displaced' && !denied) mention.displaced = 'yes';
  note(mention, said.row.id, said.sense, said.start, said.end);
}

function isLink(element: Element): boolean {
  const joins = rowOf(element, 'joiner')?.joins;
  return joins === 'and' || joins === 'or';
}

/** "schroef L3 links gebroken": the implant before the bone is the subject of the verb. */
export function implantBefore(elements: readonly Element[], head: number): Element | null {
  // "plaat na voorarmbreuk": a compound names its own bone.
  if ((elements[head] as Element).inner) return null;
  let bone = false;
  for (let i = head - 1; i >= Math.max(0, head - 6); i--) {
    if ((elements[i + 1] as Element).breakBefore >= 1) return null;
    const element = elements[i] as Element;
    if (hasRole(element, 'device')) return element;
    const joins = rowOf(element, 'joiner')?.joins;
    // "de schroef in L4 is afgebroken": the auxiliary says nothing of its own.
    const auxiliary = element.rows.length === 0 && element.end - element.start <= 4;
    if (isPlace(element)) bone = true;
    else if (joins !== 'filler' && !(joins === 'of' && bone) && !element.numeric && !auxiliary) return null;
  }
  return null;
}

/** A word right beside the head that makes it metal ("gebroken schroef") or soft tissue ("discus"). */
export function otherTissueNear(
  elements: readonly Element[],
  head: number,
  from: number,
  to: number,
): Element | null {
  const window = (low: number, high: number): Element | null => {
    for (let i = Math.max(0, low); i <= Math.min(high, elements.length - 1); i++) {
      const element = elements[i] as Element;
      if (i !== head && (hasRole(element, 'device') || hasRole(element, 'mismatch'))) return element;
    }
    return null;
  };
  const right = (): Element | null => {
    let words = 0;
    for (let i = head + 1; i < elements.length && words < 8; i++, words++) {
      const element = elements[i] as Element;
      if (element.breakBefore >= 1 && (element.gap & gapBit.open) === 0) return null;
      if (hasRole(element, 'device') || hasRole(element, 'mismatch')) return element;
      // "of the second and third sternal wires": an "and" between ordinals begins no other noun.
      const links = isLink(element) && !hasRole(elements[i - 1] as Element, 'ordinal');
      if (hasRole(element, 'site') || element.level !== null || hasRole(element, 'head') || links)
        return null;
    }
    return null;
  };
  const left = (): Element | null => {
    for (let i = head - 1, words = 0; i >= 0 && words < 4; i--, words++) {
      if ((elements[i + 1] as Element).breakBefore >= 1) return null;
      const element = elements[i] as Element;
      if (hasRole(element, 'device') || hasRole(element, 'mismatch')) return element;
      if (hasRole(element, 'site') || element.level !== null || hasRole(element, 'head')) return null;
    }
    return null;
  };
  return window(from, head - 1) ?? right() ?? left() ?? window(head + 1, to);
}
