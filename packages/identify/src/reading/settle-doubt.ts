// What becomes of a doubt: a verb of exclusion, a verdict behind it, a confirmation or a denial around it can
// settle it. The first that applies decides; with none the doubt stands.

import type { CueSense } from '@breekpunt/knowledge';
import type { Presence } from '../finding.ts';
import type { Scan } from '../scan/scan.ts';
import { type ReachingCue, unbroken } from './cues.ts';
import { type Mention, note, type SetAside } from './mention.ts';
import { type Element, rowOf } from './report-view.ts';

/** What a doubt became, and the words that settled it. */
interface Settled {
  readonly sense: CueSense;
  readonly presence: Presence;
  readonly setAside: SetAside | null;
  readonly row: string;
  readonly start: number;
  readonly end: number;
}

/** Settles the mention's doubt, noting why; false when nothing does. */
export function settleDoubt(
  mention: Mention,
  doubt: ReachingCue,
  deciding: readonly ReachingCue[],
  scan: Scan,
): boolean {
  const settled =
    byParticle(mention, doubt, scan) ??
    by(
      deciding.find((cue) => settlesDoubt(mention, doubt, cue)),
      'absent',
    ) ??
    by(
      deciding.find((cue) => confirms(doubt, cue)),
      'present',
    ) ??
    by(
      deciding.find((cue) => supposes(doubt, cue)),
      'possible',
    ) ??
    by(
      deciding.find((cue) => denies(mention, doubt, cue)),
      'absent',
    );
  if (settled === null) return false;
  note(mention, settled.row, settled.sense, settled.start, settled.end);
  mention.presence = settled.presence;
  if (settled.setAside !== null) mention.setAside = settled.setAside;
  return true;
}

function by(cue: ReachingCue | undefined, presence: Presence): Settled | null {
  if (cue === undefined) return null;
  const setAside = cue.sense === 'hypothetical' ? 'hypothetical' : null;
  return { sense: cue.sense, presence, setAside, row: cue.row.id, start: cue.start, end: cue.end };
}

function byParticle(mention: Mention, verb: ReachingCue, scan: Scan): Settled | null {
  const particle = particleBehind(mention, verb, scan);
  if (particle === null) return null;
  const { start, end } = particle;
  return { sense: 'absent', presence: 'absent', setAside: null, row: verb.row.id, start, end };
}

/** "suspectée cliniquement, confirmée par scanner": what is confirmed behind the doubt ends it. */
function confirms(doubt: ReachingCue, cue: ReachingCue): boolean {
  return cue.sense === 'present' && !cue.ahead && cue.row.look === 'back' && cue.index > doubt.index;
}

/** A condition before the doubt holds for it too. */
function supposes(doubt: ReachingCue, cue: ReachingCue): boolean {
  return cue.sense === 'hypothetical' && cue.ahead && cue.index < doubt.index && doubt.ahead;
}

/** A denial before the doubt, in one breath with it. */
function denies(mention: Mention, doubt: ReachingCue, cue: ReachingCue): boolean {
  return (
    cue.sense === 'absent' &&
    cue.ahead &&
    (doubt.ahead || doubt.row.look === 'back') &&
    cue.index < doubt.index &&
    unbroken(mention.sentence, cue.index, doubt.index)
  );
}

/** No particle stands farther behind its fracture than this many words. */
const PARTICLE_WORDS = 6;

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
export function deniedExclusion(mention: Mention, exclusion: ReachingCue): boolean {
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

/** "cannot be excluded, not visible on the film" leaves the doubt; only a further examination ends it. */
function examined(mention: Mention, doubt: ReachingCue, denial: ReachingCue): boolean {
  if (denial.row.reach === 'report') return true;
  return mention.sentence.elements
    .slice(Math.min(doubt.index, denial.index) + 1, Math.max(doubt.index, denial.index))
    .some((element) => (rowOf(element, 'exam')?.modality ?? 'xray') !== 'xray');
}

/** "V.a. Fraktur ausgeschlossen", "de fractuur die vermoed werd, is niet bevestigd": a denial behind the doubt. */
function settlesDoubt(mention: Mention, doubt: ReachingCue, cue: ReachingCue): boolean {
  if (cue.sense !== 'absent' || cue.ahead) return false;
  if (doubt.row.holds === true && !examined(mention, doubt, cue)) return false;
  if (!doubt.ahead) return cue.index > doubt.index;
  // "Suspicion de fracture : non confirmée": the verdict may stand behind a colon.
  const colon = (mention.sentence.elements[cue.index] as Element).breakBefore === 2;
  // "onder verdenking van inzakking, deze werd niet gevonden": a denial that reached over its comma counts.
  return unbroken(mention.sentence, mention.headIndex, colon ? cue.index - 1 : cue.index, 1);
}
