// Whose fracture it is: the patient's unless a relative or somebody else is named as the one who broke. Reads
// the persons that reach the head; a family section decides by itself.

import { gapBit } from '../scan/char-class.ts';
import { type ReachingCue, unbroken } from './cues.ts';
import { type Mention, note } from './mention.ts';
import { type Element, rowOf } from './report-view.ts';

/** Whose fracture: the last person named before it in the sentence, or right after it. */
export function assignExperiencer(mention: Mention, cues: readonly ReachingCue[]): void {
  if (mention.sentence.familySection) mention.experiencer = 'family';
  const persons = cues.filter(
    (cue) =>
      cue.sense === 'patient' ||
      ((cue.sense === 'family' || cue.sense === 'other') && !isCompanion(mention, cue)),
  );
  const before = persons.filter((cue) => cue.ahead).sort((a, b) => b.index - a.index)[0];
  const after = persons.find(
    (cue) =>
      !cue.ahead &&
      cue.sense !== 'patient' &&
      cue.distance <= 4 &&
      unbroken(mention.sentence, mention.headIndex, cue.index),
  );
  // "La patiente signale une fracture chez sa mère": whose bone is named last, right behind it.
  const chosen = before === undefined || before.sense === 'patient' ? (after ?? before) : before;
  if (chosen === undefined) return;
  mention.experiencer = chosen.sense === 'patient' ? 'patient' : (chosen.sense as 'family' | 'other');
  if (chosen.sense !== 'patient') note(mention, chosen.row.id, chosen.sense, chosen.start, chosen.end);
}

/** "amenée par sa fille", "her daughter reports": who brought, houses or speaks is not who broke a bone. */
function isCompanion(mention: Mention, person: ReachingCue): boolean {
  const { elements } = mention.sentence;
  let small = 0;
  for (let i = person.index - 1; i >= 0 && (elements[i + 1] as Element).breakBefore === 0; i--) {
    const element = elements[i] as Element;
    const cue = rowOf(element, 'cue');
    // "the patient's roommate fell": hers, and it is the roommate who did.
    if (cue?.sense === 'patient' && isOwner(elements[i + 1] as Element)) return false;
    if (cue?.sense === 'patient' || (cue?.sense === 'companion' && cue.look === 'ahead')) return true;
    if (!passes(element) || ++small > SMALL_WORDS) break;
  }
  for (let i = person.index + 1; i <= person.index + 1 + SMALL_WORDS; i++) {
    const element = elements[i];
    if (element === undefined || element.breakBefore > 0) return false;
    const cue = rowOf(element, 'cue');
    if (cue?.sense === 'companion' && cue.look === 'back') return true;
    if (!passes(element)) return false;
  }
  return false;
}

function isOwner(following: Element): boolean {
  return (following.gap & gapBit.quote) !== 0;
}

/** Articles and possessives that may stand between a companion and what he does. */
const SMALL_WORDS = 2;
const LONGEST_SMALL_WORD = 6;

function passes(element: Element): boolean {
  if (rowOf(element, 'joiner') !== null) return true;
  return (
    element.rows.length === 0 &&
    element.level === null &&
    !element.numeric &&
    element.end - element.start <= LONGEST_SMALL_WORD
  );
}
