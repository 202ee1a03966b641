// Vertebrae: the painful one, the one found by chance on a CT made for something else, the old one that
// three reports repeat, the one that sinks further, and the look-alikes.

import type { Day } from '../calendar.ts';
import { codeFor } from './codes.ts';
import { caveat, comparisonFor, plain, read, request } from './notes.ts';
import type { Lines } from './phrasebook.ts';
import { join, nothing, type Piece, say, tell } from './piece.ts';
import {
  background,
  breakVertebra,
  deny,
  historyLine,
  type Injury,
  relativeMention,
  type Scene,
  state,
  write,
} from './scene.ts';
import { intent } from './statement.ts';

/**
 * Sudden pain, a radiograph, often an MRI, sometimes a scan of bone density. On a given day it happens then, and bone
 * density is left to the service that takes care of the patient.
 */
export function clinicalVertebralFracture(scene: Scene, given: Day | null = null): void {
  const { random, book } = scene;
  const day = given ?? random.int(scene.start, scene.end - 40);
  const injury = breakVertebra(scene, { day });
  write(
    scene,
    day,
    'xray',
    spineRadiograph(
      scene,
      [state(scene, book.vertebra.fresh, injury, 'acute')],
      state(scene, book.vertebra.freshConclusion, injury, 'acute'),
    ),
    random.chance(0.2) ? [codeFor(injury.episode, 'A')] : [],
  );
  if (random.chance(0.5)) {
    const found = state(scene, book.vertebra.mriFresh, injury, 'acute');
    const other = random.chance(0.3)
      ? deny(scene, book.vertebra.deniedNew, 'vertebra.unspecified', null, true)
      : nothing;
    write(scene, day + random.int(2, 12), 'mri', spineMri(scene, [found, other]));
  }
  if (random.chance(0.4))
    write(
      scene,
      day + random.int(50, 90),
      'xray',
      spineRadiograph(scene, [state(scene, book.vertebra.unchanged, injury, 'old')], null),
    );
  if (given === null && random.chance(0.3))
    write(scene, day + random.int(60, 150), 'dxa', dxaReport(scene, injury));
  if (random.chance(0.2)) worsening(scene, injury, day + random.int(120, 300));
}

function worsening(scene: Scene, injury: Injury, day: number): void {
  write(
    scene,
    day,
    'xray',
    spineRadiograph(scene, [state(scene, scene.book.vertebra.progression, injury, 'subacute')], null),
  );
}

/** Nobody looked for it; whether anybody reads on past the conclusion is the question. */
export function incidentalVertebralFracture(scene: Scene, given: Day | null = null): void {
  const { random, book } = scene;
  const day = given ?? random.int(scene.start, scene.end - 60);
  const injury = breakVertebra(scene, { day: null, state: 'undated', energy: 'unknown' });
  const found = state(scene, book.vertebra.undated, injury, 'undetermined');
  write(scene, day, 'ct', random.chance(0.6) ? abdomenCt(scene, found) : chestCt(scene, found));
  for (const later of [random.int(90, 300), random.int(320, 600)]) {
    if (!random.chance(0.4)) continue;
    if (random.chance(0.15)) {
      write(scene, day + later, 'mri', spineMri(scene, [state(scene, book.vertebra.mriOld, injury, 'old')]));
      continue;
    }
    const again = state(scene, book.vertebra.unchanged, injury, 'old');
    write(scene, day + later, 'ct', random.chance(0.5) ? abdomenCt(scene, again) : chestCt(scene, again));
  }
  if (random.chance(0.3))
    write(
      scene,
      day + random.int(10, 500),
      'xray',
      chestRadiograph(scene, state(scene, book.vertebra.old, injury, 'old')),
    );
}

/** It stands on the images of a CT made for something else, and no report says so. */
export function unseenVertebralFracture(scene: Scene, day: Day): void {
  const { random } = scene;
  breakVertebra(scene, { day, energy: 'unknown' });
  write(scene, day, 'ct', random.chance(0.5) ? abdomenCt(scene, nothing) : chestCt(scene, nothing));
}

/** Known for years; every new report says so once more. */
export function knownVertebralFracture(scene: Scene): void {
  const { random, book } = scene;
  const injury = breakVertebra(scene, { day: null, state: 'old' });
  const second = random.chance(0.25)
    ? breakVertebra(scene, { day: null, state: 'old' }, injury.episode.levels)
    : null;
  const both = (lines: readonly string[]): Piece =>
    join(
      [
        state(scene, lines, injury, 'old'),
        second === null ? nothing : state(scene, book.vertebra.old, second, 'old'),
      ],
      ' ',
    );
  let day = random.int(scene.start, scene.start + 400);
  for (let visit = 0; visit < 4; visit++) {
    const kind = random.pick(['spine', 'abdomen', 'chest', 'chestCt', 'dxa'] as const);
    if (kind === 'spine')
      write(
        scene,
        day,
        'xray',
        spineRadiograph(
          scene,
          [
            both(book.vertebra.old),
            random.chance(0.4)
              ? deny(scene, book.vertebra.deniedNew, 'vertebra.unspecified', null, true)
              : nothing,
          ],
          null,
        ),
      );
    else if (kind === 'abdomen') write(scene, day, 'ct', abdomenCt(scene, both(book.vertebra.unchanged)));
    else if (kind === 'chest') write(scene, day, 'xray', chestRadiograph(scene, both(book.vertebra.old)));
    else if (kind === 'chestCt') write(scene, day, 'ct', chestCt(scene, both(book.vertebra.unchanged)));
    else write(scene, day, 'dxa', dxaReport(scene, injury));
    day += random.int(60, 420);
    if (random.chance(0.25)) break;
  }
  if (random.chance(0.25)) newBesideOld(scene, injury, day);
}

function newBesideOld(scene: Scene, known: Injury, day: number): void {
  if (day > scene.end) return;
  const fresh = breakVertebra(scene, { day }, known.episode.levels);
  const findings = [
    state(scene, scene.book.vertebra.fresh, fresh, 'acute'),
    state(scene, scene.book.vertebra.old, known, 'old'),
  ];
  write(
    scene,
    day,
    'xray',
    spineRadiograph(scene, findings, state(scene, scene.book.vertebra.freshConclusion, fresh, 'acute')),
  );
}

/** Suspected by the practice or the radiologist; settled, or left standing. */
export function suspectedVertebralFracture(scene: Scene): void {
  const { random, book } = scene;
  const day = random.int(scene.start, scene.end - 20);
  const settled = random.chance(0.5);
  const injury = settled ? breakVertebra(scene, { day }) : ghost(scene);
  const episode = settled ? injury.episode.key : null;
  if (random.chance(0.4)) {
    const letter = tell(
      random,
      book.letters.gpBack,
      {},
      intent('vertebra.unspecified', { presence: 'possible', time: 'acute', episode }),
    );
    write(
      scene,
      day - 1,
      'gp',
      join(
        [say(random, book.letters.gpHeads), letter, historyLine(scene), say(random, book.letters.gpEnd)],
        '\n',
      ),
    );
  }
  const doubt = state(scene, book.vertebra.suspected, injury, 'undetermined', {
    presence: 'possible',
    episode,
  });
  write(scene, day, 'xray', spineRadiograph(scene, [doubt], null));
  if (settled)
    write(
      scene,
      day + random.int(3, 14),
      'mri',
      spineMri(scene, [state(scene, book.vertebra.mriFresh, injury, 'acute')]),
    );
}

function ghost(scene: Scene): Injury {
  const level = scene.random.pick(['T11', 'T12', 'L1', 'L2'] as const);
  const site = level.startsWith('T') ? ('vertebra.thoracic' as const) : ('vertebra.lumbar' as const);
  return {
    episode: {
      key: 'none',
      site,
      side: null,
      levels: [level],
      day: null,
      state: 'recent',
      energy: 'unknown',
      pathological: false,
    },
    words: null,
    slots: {},
    lesion: 0,
  };
}

export function pathologicalVertebra(scene: Scene): void {
  const { random, book } = scene;
  const day = random.int(scene.start, scene.end - 20);
  const injury = breakVertebra(scene, { day, energy: 'unknown', pathological: true });
  const found = state(scene, book.vertebra.pathological, injury, 'undetermined');
  const reading = {
    exam: random.pick(book.exams.chestCt),
    request: request(scene, book.requests.oncology, null),
    findings: [background(scene, book.background.oncology, 1, 2), found],
  };
  write(scene, day, 'ct', read(scene, reading), random.chance(0.5) ? [codeFor(injury.episode, 'A')] : []);
}

/** Backs that hurt without a fracture: degeneration, Scheuermann, a sunken disc. */
export function backWithoutFracture(scene: Scene): void {
  const { random, book } = scene;
  const day = random.int(scene.start, scene.end);
  const findings = [
    random.chance(0.5) ? say(random, book.vertebra.lookalike) : nothing,
    random.chance(0.75) ? deny(scene, book.vertebra.denied, 'vertebra.unspecified', null) : nothing,
  ];
  if (random.chance(0.7)) write(scene, day, 'xray', spineRadiograph(scene, findings, null));
  else write(scene, day, 'mri', spineMri(scene, findings));
}

export function densityOnly(scene: Scene): void {
  write(scene, scene.random.int(scene.start, scene.end), 'dxa', dxaReport(scene, null));
}

function spineRadiograph(scene: Scene, findings: readonly Piece[], conclusion: Piece | null): Piece {
  const { random, book } = scene;
  const restated = conclusion === null ? {} : { conclusion: plain(conclusion.text) };
  return read(scene, {
    exam: random.pick(book.exams.spine),
    request: request(scene, book.requests.backPain, null),
    ...comparisonFor(scene, 0.3),
    findings: [...findings, background(scene, book.background.spine, 2, 5)],
    ...restated,
  });
}

function spineMri(scene: Scene, findings: readonly Piece[]): Piece {
  const { random, book } = scene;
  return read(scene, {
    exam: random.pick(book.exams.spineMri),
    request: request(scene, book.requests.backPain, null),
    technique: {
      ...say(random, book.exams.spineMriTechnique),
      text: `${random.pick(book.labels.technique)}${random.pick(book.exams.spineMriTechnique)}`,
    },
    findings: [...findings, background(scene, book.background.spine, 1, 3)],
  });
}

export function abdomenCt(scene: Scene, skeleton: Piece): Piece {
  const { background, exams, requests, traps } = scene.book;
  return bodyCt(scene, skeleton, {
    exams: exams.abdomenCt,
    requests: requests.abdomen,
    compared: 0.5,
    background: background.abdomen,
    sentences: [5, 10],
    aside: { chance: 0.45, lines: traps.hernia },
    endings: background.abdomenEnd,
  });
}

export function chestCt(scene: Scene, skeleton: Piece): Piece {
  const { background, exams, requests, traps } = scene.book;
  return bodyCt(scene, skeleton, {
    exams: exams.chestCt,
    requests: requests.chest,
    compared: 0.4,
    background: background.chest,
    sentences: [3, 6],
    aside: { chance: 0.15, lines: traps.device },
    endings: background.chestEnd,
  });
}

interface BodyPart {
  readonly exams: Lines;
  readonly requests: Lines;
  /** Of a comparison with an earlier study. */
  readonly compared: number;
  readonly background: Lines;
  readonly sentences: readonly [least: number, most: number];
  /** Something that is no fracture and may sound like one. */
  readonly aside: { readonly chance: number; readonly lines: Lines };
  readonly endings: Lines;
}

/** A scan made for other organs, which shows bones as well. */
function bodyCt(scene: Scene, skeleton: Piece, part: BodyPart): Piece {
  const { random } = scene;
  return read(scene, {
    exam: random.pick(part.exams),
    request: request(scene, part.requests, null),
    ...comparisonFor(scene, part.compared),
    findings: [
      background(scene, part.background, ...part.sentences),
      random.chance(part.aside.chance) ? say(random, part.aside.lines) : nothing,
      skeleton,
    ],
    conclusion: plain(random.pick(part.endings)),
  });
}

export function chestRadiograph(scene: Scene, skeleton: Piece): Piece {
  const { random, book } = scene;
  return read(scene, {
    exam: random.pick(book.exams.chest),
    request: request(scene, book.requests.chest, null),
    ...comparisonFor(scene, 0.3),
    findings: [background(scene, book.background.chest, 2, 5), skeleton],
  });
}

/** Bone density, with or without a look at the vertebrae. */
export function dxaReport(scene: Scene, known: Injury | null): Piece {
  const { random, book } = scene;
  const score = (low: number, high: number): string =>
    `${random.int(low, high)}`.replace(/(\d)$/, ',$1').replace(/^,/, '0,');
  const side = book.sideSlots(random.chance(0.5) ? 'left' : 'right');
  const scores = say(random, book.tScores, { ...side, a: score(4, 39), b: score(8, 36), c: score(6, 33) });
  const shape =
    known !== null
      ? state(scene, book.vertebra.vfa, known, 'old')
      : random.chance(0.6)
        ? deny(scene, book.vertebra.vfaDenied, 'vertebra.unspecified', null)
        : nothing;
  const own =
    random.chance(0.12) && scene.episodes.length === 0
      ? tell(random, book.noOwnFractures, {}, intent('unspecified', { presence: 'absent' }))
      : nothing;
  const family = random.chance(0.25) ? ended(relativeMention(scene)) : nothing;
  return read(scene, {
    exam: random.pick(book.exams.dxa),
    request: request(scene, book.requests.dxa, null),
    findings: [
      family,
      own.text === '' ? nothing : ended(own),
      scores,
      shape,
      random.chance(0.4) ? say(random, book.traps.risk) : nothing,
      caveat(scene, 0.03),
    ],
    conclusion: plain(random.pick(book.dxaConclusion)),
  });
}

function ended(piece: Piece): Piece {
  return { ...piece, text: `${piece.text.charAt(0).toUpperCase()}${piece.text.slice(1)}.` };
}
