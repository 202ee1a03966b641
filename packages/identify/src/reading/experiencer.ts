// Whose fracture it is: the patient's unless a relative or somebody else is named as the one who broke. Reads
// the persons that reach the head; a family section decides by itself.

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

/** "amenée par sa fille", "vit avec son mari": who brought or houses the patient is not who broke a bone. */
function isCompanion(mention: Mention, person: ReachingCue): boolean {
  const { elements } = mention.sentence;
  for (let i = person.index - 1; i >= 0 && (elements[i + 1] as Element).breakBefore === 0; i--) {
    const element = elements[i] as Element;
    if (rowOf(element, 'cue')?.sense === 'patient') return true;
    if (rowOf(element, 'joiner') === null) return false;
  }
  return false;
}
