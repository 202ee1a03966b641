// Doubt that stands beside a fracture and is not about it: about its level, its age, its cause, or another
// noun. Told by what follows the doubting word; whether the fracture itself is doubted is decided elsewhere.

import type { ReachingCue } from './cues.ts';
import type { Mention } from './mention.ts';
import { type Element, hasRole, isUnknownNoun, rowOf } from './report-view.ts';

/** "inzakking, wrsch L1": doubt right before a level that follows the head is about the level only. */
export function hedgesLevel(mention: Mention, cue: ReachingCue): boolean {
  if (cue.sense !== 'possible' || cue.ahead) return false;
  const next = mention.sentence.elements[cue.index + 1];
  return next !== undefined && next.level !== null && next.breakBefore === 0;
}

/**
 * "tassement de L1, probablement ancien", "fracture de côte, possible pneumothorax": the doubt behind the head is
 * about its age or cause, or about another noun.
 */
export function hedgesAnother(mention: Mention, cue: ReachingCue): boolean {
  if (cue.sense !== 'possible' || cue.ahead || cue.row.look !== 'around') return false;
  const { elements } = mention.sentence;
  const doubt = elements[cue.index] as Element;
  for (let i = cue.index + 1; i < elements.length; i++) {
    const next = elements[i] as Element;
    if (next.breakBefore > 0) return false;
    const said = rowOf(next, 'cue');
    if (said !== null) return attributes.has(said.sense);
    if (hasRole(next, 'joiner')) continue;
    const apart =
      doubt.breakBefore > 0 || rowOf(elements[cue.index - 1] as Element, 'joiner')?.joins === 'and';
    return apart && (hasRole(next, 'mismatch') || isUnknownNoun(next));
  }
  return false;
}

/** What may be doubted of a fracture that is there. */
const attributes: ReadonlySet<string> = new Set([
  'old',
  'known',
  'acute',
  'subacute',
  'new',
  'healed',
  'osteoporotic',
  'pathological',
  'insufficiency',
  'injury',
  'low-energy',
  'high-energy',
]);
