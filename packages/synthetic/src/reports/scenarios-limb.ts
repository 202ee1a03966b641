// Broken limbs, hips, ribs and pelves: the fall, the night in the emergency department, the operation,
// the check-ups, and the letter that may or may not ask for a bone density scan.

import type { Day } from '../calendar.ts';
import { codeFor } from './codes.ts';
import {
  dayAndMonth,
  dischargeLetter,
  emergencyNote,
  filled,
  limbRadiograph,
  marked,
  practiceLetter,
  read,
  request,
} from './notes.ts';
import type { BreakableSite } from './phrasebook.ts';
import { join, type Piece, say } from './piece.ts';
import { dxaReport } from './scenarios-spine.ts';
import { background, breakBone, deny, type Injury, type Scene, state, write } from './scene.ts';

const admitted: readonly BreakableSite[] = [
  'hip.femoral-neck',
  'hip.trochanteric',
  'pelvis.pubic-ramus',
  'femur.shaft',
  'lower-leg.shaft',
];

/** Sites that are often plated, nailed or screwed. */
const operated: readonly string[] = [
  'hip.femoral-neck',
  'hip.trochanteric',
  'femur.shaft',
  'lower-leg.shaft',
  'tibia.proximal',
  'patella',
  'ankle',
  'wrist.distal-radius',
  'humerus.proximal',
];

/**
 * A fracture from its first radiograph to its last. On a given day it happens then, and bone density is left to the
 * service that takes care of the patient.
 */
export function limbFracture(
  scene: Scene,
  site: BreakableSite,
  energy: 'low' | 'high' = 'low',
  given: Day | null = null,
): void {
  const { random, book } = scene;
  const day = given ?? random.int(scene.start, scene.end - 5);
  const injury = breakBone(scene, site, { day, energy });
  const words = book.sites[site];
  const fall = random.pick(energy === 'low' ? book.fall : book.accident);
  const flags = energy === 'low' ? (['low-energy'] as const) : (['high-energy'] as const);
  const inHospital = admitted.includes(site) || random.chance(0.12);

  if (inHospital || random.chance(0.75)) {
    const imaging = state(scene, book.found, injury, 'acute', { flags }, marked(scene, injury));
    const plan = inHospital || random.chance(0.5) ? random.pick(words.treatment) : random.pick(book.plan);
    const note = emergencyNote(
      scene,
      say(random, [`${fall}.`]),
      filled(random.pick(words.signs), injury),
      imaging,
      `${filled(plan, injury)}.`,
    );
    write(
      scene,
      day,
      'ed',
      note,
      random.chance(0.6) ? [codeFor(injury.episode, 'A'), ...(energy === 'low' ? ['W01.0XXA'] : [])] : [],
    );
  }
  if (random.chance(0.93)) firstRadiograph(scene, injury, day, energy);
  if (inHospital) {
    const home = day + random.int(5, 19);
    write(
      scene,
      home,
      'discharge',
      dischargeLetter(scene, injury, fall, day, home, filled(random.pick(words.treatment), injury)),
      [codeFor(injury.episode, 'A')],
    );
  }
  for (const weeks of [random.int(6, 8), random.int(10, 14)])
    if (site !== 'skull-face' && random.chance(inHospital ? 0.5 : 0.35)) followUp(scene, injury, day, weeks);
  if (random.chance(0.12)) healedLater(scene, injury, day + random.int(400, 700));
  if (random.chance(0.14)) {
    const weeks = random.int(3, 12);
    write(scene, day + weeks * 7, 'gp', practiceLetter(scene, injury, weeks, fall));
  }
  if (given === null && random.chance(0.15))
    write(scene, day + random.int(40, 120), 'dxa', dxaReport(scene, null));
}

function firstRadiograph(scene: Scene, injury: Injury, day: Day, energy: 'low' | 'high'): void {
  const { random, book } = scene;
  const found = state(scene, book.found, injury, 'undetermined', {}, marked(scene, injury));
  const asked = request(scene, energy === 'low' ? book.requests.fall : book.requests.highEnergy, injury);
  const report = limbRadiograph(scene, injury, found, true, asked);
  // With the injury in the request the radiograph is that of a fresh fracture; without it nobody can tell.
  const injuryGiven = report.text.includes(asked.text);
  write(
    scene,
    day,
    'xray',
    injuryGiven ? freshly(report, energy) : report,
    random.chance(0.1) ? [codeFor(injury.episode, 'A')] : [],
  );
}

function freshly(piece: Piece, energy: 'low' | 'high'): Piece {
  return {
    ...piece,
    statements: piece.statements.map((s) =>
      s.presence === 'present' && s.time === 'undetermined'
        ? { ...s, time: 'acute', flags: energy === 'high' ? [...s.flags, 'high-energy'] : s.flags }
        : s,
    ),
  };
}

function followUp(scene: Scene, injury: Injury, day: Day, weeks: number): void {
  const { random, book } = scene;
  const lines = operated.includes(injury.episode.site)
    ? book.followUp
    : book.followUp.filter((line) => !/osteosynthese|ostéosynthèse|Materiaal/.test(line));
  const found = state(scene, lines, injury, 'subacute', {}, { weeks: String(weeks) });
  const report = limbRadiograph(
    scene,
    injury,
    found,
    false,
    request(scene, book.requests.control, injury, weeks),
  );
  write(
    scene,
    day + weeks * 7,
    random.chance(0.85) ? 'xray' : 'ortho',
    report,
    random.chance(0.3) ? [codeFor(injury.episode, 'D')] : [],
  );
}

function healedLater(scene: Scene, injury: Injury, day: Day): void {
  const found = state(scene, scene.book.healed, injury, 'old');
  write(
    scene,
    day,
    'xray',
    limbRadiograph(scene, injury, found, false, request(scene, scene.book.requests.joint, injury)),
  );
}

/** Doubt on the first film; some doubts are settled by a second look, some never. */
export function doubtfulFracture(
  scene: Scene,
  site: 'wrist.other' | 'hip.femoral-neck' | 'rib' | 'pelvis.pubic-ramus',
): void {
  const { random, book } = scene;
  const day = random.int(scene.start, scene.end - 30);
  const end = random.weighted([
    ['open', 3],
    ['confirmed', 3],
    ['refuted', 4],
  ] as const);
  const doubted = end === 'confirmed' ? breakBone(scene, site, { day }) : unbroken(scene, site);
  const asked = request(scene, book.requests.fall, doubted);
  const first = state(scene, book.doubted, doubted, 'acute', {
    presence: 'possible',
    episode: end === 'confirmed' ? doubted.episode.key : null,
  });
  const report = limbRadiograph(scene, doubted, first, false, asked);
  write(scene, day, 'xray', report);
  if (end === 'open') return;
  const later = day + random.int(2, 12);
  if (end === 'confirmed') {
    const confirmed = state(scene, book.doubtConfirmed, doubted, 'acute');
    write(
      scene,
      later,
      'mri',
      read(scene, { exam: secondLook(scene, doubted), request: asked, findings: [confirmed] }),
    );
    return;
  }
  const settled = deny(scene, book.doubtSettled, site, doubted.episode.side);
  write(
    scene,
    later,
    'mri',
    read(scene, { exam: secondLook(scene, doubted), request: asked, findings: [settled] }),
  );
}

function secondLook(scene: Scene, injury: Injury): string {
  return filled(scene.random.pick(scene.book.exams.hipMri), injury);
}

/** A region that was examined but did not break: words for it, no episode. */
export function unbroken(scene: Scene, site: BreakableSite): Injury {
  const side = scene.random.chance(0.5) ? 'left' : 'right';
  return {
    episode: {
      key: 'none',
      site,
      side,
      levels: [],
      day: null,
      state: 'recent',
      energy: 'unknown',
      pathological: false,
    },
    words: site,
    slots: scene.book.sideSlots(side),
    lesion: scene.random.next(),
  };
}

/** A fall, a film, and nothing broken. */
export function fallWithoutFracture(scene: Scene, site: BreakableSite): void {
  const { random, book } = scene;
  const day = random.int(scene.start, scene.end);
  const region = unbroken(scene, site);
  const side = region.episode.side;
  const denied = random.chance(0.8)
    ? deny(scene, book.denied, site, side)
    : deny(scene, book.deniedRecent, site, side, true);
  if (random.chance(0.6)) {
    const note = emergencyNote(
      scene,
      say(random, [`${random.pick(book.fall)}.`]),
      filled(random.pick(book.sites[site].signs), region),
      deny(scene, book.denied, site, side),
      random.pick(book.bruisePlan),
    );
    write(scene, day, 'ed', note, random.chance(0.4) ? ['W01.0XXA'] : []);
  }
  write(
    scene,
    day,
    'xray',
    limbRadiograph(scene, region, denied, false, request(scene, book.requests.fall, region)),
  );
  if (random.chance(0.12))
    write(
      scene,
      day,
      'ct',
      read(scene, {
        exam: random.pick(book.exams.skullCt),
        request: request(scene, book.requests.fall, region),
        findings: [deny(scene, book.denied, 'skull-face', null)],
      }),
    );
}

/** A fracture through a metastasis: found, coded, and not this service's patient. */
export function pathologicalLimb(scene: Scene): void {
  const { random, book } = scene;
  const day = random.int(scene.start, scene.end - 30);
  const injury = breakBone(
    scene,
    random.pick(['femur.shaft', 'humerus.proximal', 'hip.trochanteric'] as const),
    { day, energy: 'unknown', pathological: true },
  );
  const found = state(scene, book.pathological, injury, 'undetermined');
  const report = read(scene, {
    exam: filled(random.pick(book.sites[injury.words as BreakableSite].exam), injury),
    request: request(scene, book.requests.oncology, injury),
    findings: [background(scene, book.background.oncology, 0, 1), found],
  });
  write(scene, day, 'xray', report, [codeFor(injury.episode, 'A')]);
}

/** Around the stem of a hip prosthesis. */
export function periprosthetic(scene: Scene): void {
  const { random, book } = scene;
  const day = random.int(scene.start, scene.end - 30);
  const injury = breakBone(scene, 'femur.shaft', { day });
  const asked = request(scene, book.requests.fall, injury);
  const piece = state(scene, book.periprosthetic, injury, 'undetermined', { flags: ['periprosthetic'] });
  const report = read(scene, {
    exam: filled(random.pick(book.sites['hip.femoral-neck'].exam), injury),
    request: asked,
    findings: [piece, background(scene, book.background.joint, 0, 2)],
  });
  write(scene, day, 'xray', report.text.includes(asked.text) ? freshly(report, 'low') : report);
  const home = day + random.int(8, 20);
  const reason = say(random, book.letters.dischargeReason, {
    from: dayAndMonth(day),
    to: dayAndMonth(home),
    fall: random.pick(book.fall),
  });
  const again = state(scene, book.periprosthetic, injury, 'acute', {
    flags: ['periprosthetic', 'low-energy'],
  });
  const letter = join([say(random, book.letters.dischargeHeads), reason, again], '\n');
  write(scene, home, 'discharge', letter, [codeFor(injury.episode, 'A')]);
}
