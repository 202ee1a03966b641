// Everything else a hospital writes about: pneumonia, hernias, blood pressure, worn knees. No new fracture,
// but histories, relatives, leaflets and broken screws that a keyword search trips over.

import { otherCodes } from './codes.ts';
import { filled, plain, read, request } from './notes.ts';
import type { BreakableSite } from './phrasebook.ts';
import { join, nothing, type Piece, say, tell } from './piece.ts';
import { unbroken } from './scenarios-limb.ts';
import { abdomenCt, chestCt, chestRadiograph } from './scenarios-spine.ts';
import {
  background,
  breakBone,
  breakVertebra,
  deny,
  drawSome,
  historyLine,
  relativeMention,
  type Scene,
  write,
} from './scene.ts';
import { intent } from './statement.ts';

const pastSites: readonly (readonly [BreakableSite, number])[] = [
  ['wrist.distal-radius', 30],
  ['ankle', 15],
  ['hip.femoral-neck', 10],
  ['humerus.proximal', 10],
  ['clavicle', 8],
  ['rib', 8],
  ['hip.trochanteric', 6],
  ['foot', 6],
  ['lower-leg.shaft', 4],
  ['patella', 3],
  ['pelvis.pubic-ramus', 3],
];

/** Gives the patient something old to carry through every history line. */
export function addPast(scene: Scene, vertebral: number): void {
  const { random } = scene;
  if (random.chance(vertebral)) breakVertebra(scene, { day: null, state: 'old', energy: 'unknown' });
  else breakBone(scene, random.weighted(pastSites), { day: null, state: 'old', energy: 'unknown' });
}

/** One report of a visit that has nothing to do with bones. */
export function unrelatedVisit(scene: Scene): void {
  const { random, book } = scene;
  const day = random.int(scene.start, scene.end);
  const silent = random.chance(0.7)
    ? nothing
    : deny(scene, book.vertebra.denied, 'vertebra.unspecified', null);
  const codes = random.chance(0.15) ? [random.pick(otherCodes)] : [];
  switch (
    random.weighted([
      ['chest', 34],
      ['abdomen', 18],
      ['chestCt', 10],
      ['joint', 14],
      ['stay', 12],
      ['practice', 12],
    ] as const)
  ) {
    case 'chest':
      write(
        scene,
        day,
        'xray',
        chestRadiograph(scene, random.chance(0.12) ? say(random, book.traps.device) : nothing),
        codes,
      );
      break;
    case 'abdomen':
      write(scene, day, 'ct', abdomenCt(scene, silent), codes);
      break;
    case 'chestCt':
      write(scene, day, 'ct', chestCt(scene, silent), codes);
      break;
    case 'joint':
      write(scene, day, 'xray', wornJoint(scene), codes);
      break;
    case 'stay':
      write(scene, day, 'discharge', internalStay(scene), [random.pick(otherCodes)]);
      break;
    case 'practice':
      write(scene, day, 'gp', practiceQuestion(scene), codes);
      break;
  }
}

function wornJoint(scene: Scene): Piece {
  const { random, book } = scene;
  const region = unbroken(
    scene,
    random.pick(['hip.femoral-neck', 'humerus.proximal', 'foot', 'patella', 'wrist.distal-radius'] as const),
  );
  const words = book.sites[region.words as BreakableSite];
  const denied = random.chance(0.3)
    ? deny(scene, book.denied, region.episode.site, region.episode.side)
    : nothing;
  return read(scene, {
    exam: filled(random.pick(words.exam), region),
    request: request(scene, book.requests.joint, region),
    findings: [background(scene, book.background.joint, 1, 3), denied],
  });
}

function internalStay(scene: Scene): Piece {
  const { random, book } = scene;
  return join(
    [
      plain(random.pick(book.letters.internalReasons)),
      historyLine(scene),
      background(scene, book.background.chest, 1, 3),
      random.chance(0.7) ? plain(random.pick(book.labs)) : nothing,
      plain(random.pick(book.letters.internalCourse)),
      plain(
        `${random.pick(book.labels.medication)}${drawSome(random, book.medication, random.int(3, 7)).join(', ')}.`,
      ),
      random.chance(0.25) ? say(random, book.traps.risk) : nothing,
      say(random, book.letters.gpEnd),
    ],
    random.chance(0.6) ? '\n' : '\n\n',
  );
}

function practiceQuestion(scene: Scene): Piece {
  const { random, book } = scene;
  const family = random.chance(0.2) ? relativeMention(scene) : nothing;
  const none =
    scene.episodes.length === 0 && random.chance(0.15)
      ? tell(random, book.noOwnFractures, {}, intent('unspecified', { presence: 'absent' }))
      : nothing;
  const facts = join([family, none], ', ');
  return join(
    [
      say(random, book.letters.gpHeads),
      say(random, book.letters.gpOther),
      historyLine(scene),
      facts.text === '' ? nothing : { ...facts, text: `${facts.text}.` },
      random.chance(0.2) ? say(random, book.traps.risk) : nothing,
      plain(random.pick(book.letters.gpEnd)),
    ],
    '\n',
  );
}
