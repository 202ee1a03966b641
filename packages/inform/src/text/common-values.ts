// What the record puts into sentences: which leg, which vertebrae, which hospital. Decision: what is not recorded has a
// phrase of its own that says so or leaves it open, never an empty place.

import type { guideVariables } from '@breekpunt/knowledge';
import type { GuideInput } from '../input/guide-input.ts';
import type { Words } from './words.ts';

type Variable = (typeof guideVariables)[number];

export function commonValues(input: GuideInput, words: Words): Readonly<Record<Variable, string>> {
  const { diagnosis, side, hospital } = input;
  const sided = (part: string): string => words.say(`${part}-${side}`);
  const levels =
    diagnosis.kind === 'vertebral-fracture' &&
    diagnosis.levels !== 'not-recorded' &&
    diagnosis.levels.length > 0
      ? joined([...diagnosis.levels], words)
      : null;
  return {
    leg: sided('leg'),
    hip: sided('hip'),
    arm: sided('arm'),
    vertebra: levels === null ? words.say('vertebra-not-recorded') : words.say('vertebra', { levels }),
    hospital: hospital.name === 'not-recorded' ? words.say('hospital-not-recorded') : hospital.name,
  };
}

/** "L1, L2 en L4". */
function joined(parts: readonly string[], words: Pick<Words, 'say'>): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : words.say('and', { first: parts.slice(0, -1).join(', '), last });
}
