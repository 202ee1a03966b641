// Why people come to a hospital, and how often: each story plays one stay, and leaves reports in a scene. Weights and
// ages are chosen to try a case finder, not to picture a population.

import type { BreakableSite } from './phrasebook.ts';
import {
  doubtfulFracture,
  fallWithoutFracture,
  limbFracture,
  pathologicalLimb,
  periprosthetic,
} from './scenarios-limb.ts';
import { unrelatedVisit } from './scenarios-other.ts';
import {
  backWithoutFracture,
  clinicalVertebralFracture,
  densityOnly,
  incidentalVertebralFracture,
  knownVertebralFracture,
  pathologicalVertebra,
  suspectedVertebralFracture,
} from './scenarios-spine.ts';
import { visitor } from './scenarios-visitors.ts';
import type { Scene } from './scene.ts';

export interface Story {
  readonly name: string;
  readonly weight: number;
  /** Age in years at the start of the export, drawn evenly between the two. */
  readonly ages: readonly [number, number];
  readonly play: (scene: Scene) => void;
  /** A bone broke by a minor fall or by itself: what a fracture service exists for. */
  readonly fragility?: true;
}

const fallSites: readonly BreakableSite[] = [
  'hip.femoral-neck',
  'wrist.distal-radius',
  'humerus.proximal',
  'ankle',
  'foot',
  'rib',
  'patella',
  'pelvis.pubic-ramus',
  'wrist.other',
];

export const stories: readonly Story[] = [
  limb('hip fracture', 60, [62, 96], ['hip.femoral-neck', 'hip.trochanteric']),
  limb('wrist fracture', 75, [42, 92], ['wrist.distal-radius']),
  limb('shoulder fracture', 35, [52, 92], ['humerus.proximal']),
  limb('ankle or foot fracture', 50, [30, 85], ['ankle', 'ankle', 'foot']),
  limb('pelvic fracture', 22, [64, 96], ['pelvis.pubic-ramus', 'pelvis.pubic-ramus', 'pelvis.sacrum']),
  limb('rib fracture', 30, [45, 92], ['rib']),
  limb('other limb fracture', 25, [35, 88], ['clavicle', 'patella', 'tibia.proximal', 'wrist.other']),
  {
    name: 'finger, toe or face fracture',
    weight: 50,
    ages: [18, 90],
    play: (scene): void => limbFracture(scene, scene.random.pick(['finger', 'toe', 'skull-face'] as const)),
  },
  {
    name: 'high-energy trauma',
    weight: 28,
    ages: [18, 75],
    play: (scene): void =>
      limbFracture(
        scene,
        scene.random.pick([
          'lower-leg.shaft',
          'femur.shaft',
          'clavicle',
          'wrist.distal-radius',
          'rib',
        ] as const),
        'high',
      ),
  },
  {
    name: 'clinical vertebral fracture',
    weight: 50,
    ages: [54, 94],
    play: (scene): void => clinicalVertebralFracture(scene),
    fragility: true,
  },
  {
    name: 'incidental vertebral fracture',
    weight: 55,
    ages: [55, 94],
    play: (scene): void => incidentalVertebralFracture(scene),
    fragility: true,
  },
  { name: 'known vertebral fracture', weight: 60, ages: [57, 95], play: knownVertebralFracture },
  { name: 'suspected vertebral fracture', weight: 18, ages: [50, 92], play: suspectedVertebralFracture },
  {
    name: 'doubtful fracture',
    weight: 35,
    ages: [40, 94],
    play: (scene): void =>
      doubtfulFracture(
        scene,
        scene.random.pick(['wrist.other', 'hip.femoral-neck', 'rib', 'pelvis.pubic-ramus'] as const),
      ),
  },
  { name: 'pathological fracture', weight: 12, ages: [50, 88], play: pathologicalLimb },
  { name: 'pathological vertebral fracture', weight: 14, ages: [48, 88], play: pathologicalVertebra },
  { name: 'periprosthetic fracture', weight: 8, ages: [68, 95], play: periprosthetic },
  {
    name: 'fall without fracture',
    weight: 260,
    ages: [25, 96],
    play: (scene): void => fallWithoutFracture(scene, scene.random.pick(fallSites)),
  },
  { name: 'back pain without fracture', weight: 150, ages: [25, 92], play: backWithoutFracture },
  { name: 'bone density only', weight: 80, ages: [48, 86], play: densityOnly },
  { name: 'no bone matter', weight: 360, ages: [18, 94], play: unrelatedVisit },
  { name: 'visitor, German', weight: 12, ages: [50, 88], play: (scene): void => visitor(scene, 'de') },
  { name: 'visitor, English', weight: 12, ages: [50, 88], play: (scene): void => visitor(scene, 'en') },
];

function limb(
  name: string,
  weight: number,
  ages: readonly [number, number],
  sites: readonly BreakableSite[],
): Story {
  return {
    name,
    weight,
    ages,
    play: (scene) => limbFracture(scene, scene.random.pick(sites)),
    fragility: true,
  };
}
