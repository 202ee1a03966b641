// The whole synthetic hospital: who the patients are, which story each one lives, and the reports that
// remain of it. The same seed gives the same hospital, to the letter.

import type { Language } from '@breekpunt/core';
import { type Author, createAuthors } from './author.ts';
import { type Day, dayOf } from './calendar.ts';
import { frenchBook } from './fr/book.ts';
import { dutchBook } from './nl/book.ts';
import type { Patient, Record } from './patient.ts';
import type { BreakableSite, Phrasebook } from './phrasebook.ts';
import type { Piece } from './piece.ts';
import { createRandom, type Random } from './random.ts';
import {
  doubtfulFracture,
  fallWithoutFracture,
  limbFracture,
  pathologicalLimb,
  periprosthetic,
} from './scenarios-limb.ts';
import { addPast, unrelatedVisit } from './scenarios-other.ts';
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

export interface HospitalPlan {
  readonly seed: string;
  readonly patients: number;
  readonly start: string;
  readonly end: string;
}

interface Story {
  readonly name: string;
  readonly weight: number;
  /** Age in years at the start of the export, drawn evenly between the two. */
  readonly ages: readonly [number, number];
  readonly play: (scene: Scene) => void;
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

const stories: readonly Story[] = [
  limb('hip fracture', 60, [62, 96], ['hip.femoral-neck', 'hip.trochanteric']),
  limb('wrist fracture', 75, [42, 92], ['wrist.distal-radius']),
  limb('shoulder fracture', 35, [52, 92], ['humerus.proximal']),
  limb('ankle or foot fracture', 50, [30, 85], ['ankle', 'ankle', 'foot']),
  limb('pelvic fracture', 22, [64, 96], ['pelvis.pubic-ramus', 'pelvis.pubic-ramus', 'pelvis.sacrum']),
  limb('rib fracture', 30, [45, 92], ['rib']),
  limb('other limb fracture', 25, [35, 88], ['clavicle', 'patella', 'tibia.proximal', 'wrist.other']),
  limb('finger, toe or face fracture', 50, [18, 90], ['finger', 'toe', 'skull-face']),
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
  { name: 'clinical vertebral fracture', weight: 50, ages: [54, 94], play: clinicalVertebralFracture },
  { name: 'incidental vertebral fracture', weight: 55, ages: [55, 94], play: incidentalVertebralFracture },
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
  return { name, weight, ages, play: (scene) => limbFracture(scene, scene.random.pick(sites)) };
}

export function* createHospital(plan: HospitalPlan): Generator<Record> {
  const random = createRandom(plan.seed);
  const start = dayOf(plan.start);
  const end = dayOf(plan.end);
  const staff: globalThis.Record<'nl' | 'fr', readonly Author[]> = {
    nl: createAuthors(random.fork('authors/nl'), dutchBook, 14),
    fr: createAuthors(random.fork('authors/fr'), frenchBook, 10),
  };
  let reportNumber = 0;
  for (let number = 1; number <= plan.patients; number++) {
    const id = `SYN-${String(number).padStart(5, '0')}`;
    const life = live(random.fork(id), id, start, end, staff);
    const drafts = [...life.scene.drafts].sort((a, b) => a.day - b.day);
    yield {
      patient: life.scene.patient,
      scenario: life.story,
      episodes: life.scene.episodes,
      reports: drafts.map((draft) => ({
        id: `SYN-V${String(++reportNumber).padStart(6, '0')}`,
        day: draft.day,
        kind: draft.kind,
        language: draft.language,
        text: mistyped(random.fork(`typing/${reportNumber}`), draft.piece),
        codes: draft.codes,
        statements: draft.piece.statements,
      })),
    };
  }
}

/** Now and then a slip of the keyboard: two letters change places in a long word that names no fracture. */
function mistyped(random: Random, piece: Piece): string {
  if (!random.chance(0.04)) return piece.text;
  const words = [...piece.text.matchAll(/\p{Ll}{9,}/gu)].filter(
    (word) => !piece.statements.some((s) => s.evidence.includes(word[0])),
  );
  if (words.length === 0) return piece.text;
  const word = random.pick(words);
  const at = word.index + random.int(2, word[0].length - 3);
  const swapped = `${piece.text[at + 1]}${piece.text[at]}`;
  return piece.text.slice(0, at) + swapped + piece.text.slice(at + 2);
}

/** The same patient, seen by a colleague who writes the other language. */
function acrossTheLanguageBorder(
  scene: Scene,
  staff: globalThis.Record<'nl' | 'fr', readonly Author[]>,
): Scene {
  return scene.book.language === 'nl'
    ? { ...scene, book: frenchBook, authors: staff.fr }
    : { ...scene, book: dutchBook, authors: staff.nl };
}

interface Life {
  readonly scene: Scene;
  readonly story: string;
}

function live(
  random: Random,
  id: string,
  start: Day,
  end: Day,
  staff: globalThis.Record<'nl' | 'fr', readonly Author[]>,
): Life {
  const story = random.weighted(stories.map((s) => [s, s.weight] as const));
  const language: Language = random.chance(0.63) ? 'nl' : 'fr';
  const book: Phrasebook = language === 'nl' ? dutchBook : frenchBook;
  const patient: Patient = {
    id,
    birth:
      start - Math.floor(random.int(story.ages[0] * 10, story.ages[1] * 10) * 36.525) - random.int(0, 36),
    sex: random.chance(0.66) ? 'F' : 'M',
    language,
  };
  const scene: Scene = {
    random,
    book,
    authors: staff[language],
    patient,
    start,
    end,
    episodes: [],
    drafts: [],
  };
  const foreign = story.name.startsWith('visitor');
  if (!foreign && patient.birth < start - 45 * 365 && random.chance(0.22)) addPast(scene, 0.2);
  story.play(scene);
  const visits = foreign
    ? 0
    : random.weighted([
        [0, 6],
        [1, 5],
        [2, 3],
        [3, 1],
      ] as const);
  for (let visit = 0; visit < visits; visit++)
    unrelatedVisit(random.chance(0.06) ? acrossTheLanguageBorder(scene, staff) : scene);
  // A stay planned past the end of the export leaves no report; the patient then has an ordinary visit.
  if (scene.drafts.length === 0) unrelatedVisit(scene);
  return { scene, story: story.name };
}
