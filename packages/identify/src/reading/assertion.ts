// Whether the report states, doubts or denies the fracture. The nearest cue decides;
// doubt about an exclusion ("niet uit te sluiten") is one cue and is never read as a denial.

import type { Scan } from '../scan/scan.ts';
import { CONDITION_WORDS } from './cue-reach.ts';
import { decidesPresence, isLongPast } from './cue-senses.ts';
import { type ReachingCue, unbroken } from './cues.ts';
import { hedgesAnother, hedgesLevel } from './hedges.ts';
import { type Mention, note } from './mention.ts';
import { minusSign, questionMark, takeQuestion, takeRequest } from './questions.ts';
import { type Element, hasRole, rowOf } from './report-view.ts';
import { deniedExclusion, settleDoubt } from './settle-doubt.ts';
import { tickedBox } from './tick-boxes.ts';

/** Settles presence, absent scope, displacement and set-aside of one mention. */
export function assertPresence(mention: Mention, cues: readonly ReachingCue[], scan: Scan): void {
  const deciding = cues.filter(
    (cue) =>
      decidesPresence(cue.sense) &&
      !hedgesLevel(mention, cue) &&
      !hedgesAnother(mention, cue) &&
      // "Diagnosis: clinically fractured ribs": what the conclusion calls by its name is its diagnosis.
      !(cue.row.touches === true && mention.section === 'conclusion'),
  );
  const caveat = cues.find((cue) => cue.sense === 'caveat');
  if (caveat !== undefined) {
    // "Een normale foto sluit een fractuur niet uit": a general warning, whatever else the sentence says.
    note(mention, caveat.row.id, 'caveat', caveat.start, caveat.end);
    mention.presence = 'possible';
    mention.setAside = 'hypothetical';
    return;
  }
  if (answeredByBox(mention, scan.text)) return;
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

/** A box of a form decides by itself, unless it is ticked yes: then the words say how sure and how old. */
function answeredByBox(mention: Mention, text: string): boolean {
  const last = mention.sentence.elements[mention.phrase.to] as Element;
  const box = tickedBox(text, mention.start, mention.headEnd) ?? tickedBox(text, mention.start, last.end);
  if (box === null || box.answer === 'yes') return false;
  note(mention, 'sign/box', box.answer === 'no' ? 'absent' : 'question', box.start, box.end);
  if (box.answer === 'unanswered') {
    mention.presence = 'possible';
    mention.setAside = 'question';
    return true;
  }
  mention.presence = 'absent';
  mention.absentScope = 'any';
  mention.timeStated = true;
  return true;
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
    case 'absent': {
      const held = deciding.find((cue) => cue.row.holds === true && !cue.ahead && cue.index > nearest.index);
      if (held !== undefined) note(mention, held.row.id, 'possible', held.start, held.end);
      mention.presence = held !== undefined || deniedExclusion(mention, nearest) ? 'possible' : 'absent';
      return;
    }
    case 'possible':
      if (settleDoubt(mention, nearest, deciding, scan)) return;
      if (mention.section === 'request') mention.setAside = 'question';
      mention.presence = 'possible';
      return;
    case 'question':
      mention.presence = 'possible';
      // "If pain persists, MRI to exclude a fracture": what is asked for under a condition is held by nobody.
      if (deciding.some((cue) => cue.sense === 'hypothetical' && cue.row.reach === 'sentence' && cue.ahead))
        mention.setAside = 'hypothetical';
      else if (!stillHeld(mention)) mention.setAside = 'question';
      return;
    case 'caveat':
    case 'hypothetical':
      mention.presence = 'possible';
      mention.setAside = 'hypothetical';
      return;
    case 'present': {
      const condition = deciding.find((cue) => conditions(mention, nearest, cue));
      if (condition !== undefined) {
        note(mention, condition.row.id, 'hypothetical', condition.start, condition.end);
        mention.setAside = 'hypothetical';
      }
      mention.presence = asked || condition !== undefined ? 'possible' : 'present';
      return;
    }
  }
}

/** An examination asked to exclude it, outside the request, keeps the writer's suspicion alive. */
function stillHeld(mention: Mention): boolean {
  return mention.section === 'findings' || mention.section === 'conclusion' || mention.section === 'history';
}

/** "If there is ongoing concern for a fracture CT is advised": what stands under a condition is not stated. */
function conditions(mention: Mention, stated: ReachingCue, cue: ReachingCue): boolean {
  if (cue.sense !== 'hypothetical' || cue.row.reach !== 'sentence' || !cue.ahead) return false;
  const behind = stated.index - cue.index;
  return behind > 0 && behind <= CONDITION_WORDS && unbroken(mention.sentence, cue.index, mention.headIndex);
}

function hasHistory(cues: readonly ReachingCue[]): boolean {
  return cues.some(
    (cue) =>
      isLongPast(cue.sense) ||
      cue.sense === 'treated-now' ||
      cue.sense === 'displaced' ||
      cue.sense === 'subacute' ||
      cue.sense === 'family',
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
