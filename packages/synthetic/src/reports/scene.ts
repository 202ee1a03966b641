// The stage of one patient's life in the hospital: who it is, what is already broken, what gets written.
// Scenarios add to it; nothing is ever taken back.

import type { FractureSite, Side, VertebralLevel } from '@breekpunt/core';
import type { FindingFlag, FractureTime } from '@breekpunt/identify';
import { type Day, isoDate } from '../calendar.ts';
import type { Random } from '../random.ts';
import type { Author } from './author.ts';
import type { Draft, Patient, ReportKind, TrueEpisode } from './patient.ts';
import type { BreakableSite, Lines, Phrasebook } from './phrasebook.ts';
import { fill, join, mention, type Piece, type Slots, say, tell } from './piece.ts';
import { type Intent, intent } from './statement.ts';

export interface Scene {
  readonly random: Random;
  readonly book: Phrasebook;
  readonly authors: readonly Author[];
  readonly patient: Patient;
  readonly start: Day;
  readonly end: Day;
  readonly episodes: TrueEpisode[];
  readonly drafts: Draft[];
}

/** A broken limb bone or a vertebra, with what is needed to write about it. */
export interface Injury {
  readonly episode: TrueEpisode;
  readonly words: BreakableSite | null;
  readonly slots: Slots;
  /** Which of the possible lesions of this site it is, 0 to 1: a broken heel does not become a toe. */
  readonly lesion: number;
}

export function write(
  scene: Scene,
  day: Day,
  kind: ReportKind,
  piece: Piece,
  codes: readonly string[] = [],
): void {
  if (day > scene.end) return;
  scene.drafts.push({ day, kind, language: scene.book.language, piece, codes });
}

interface BreakDetails {
  readonly day: Day | null;
  readonly state?: TrueEpisode['state'];
  readonly energy?: TrueEpisode['energy'];
  readonly pathological?: boolean;
  /** Drawn when absent. */
  readonly level?: VertebralLevel;
}

export function breakBone(scene: Scene, site: BreakableSite, details: BreakDetails): Injury {
  const side: Side | null = site === 'skull-face' ? null : scene.random.chance(0.5) ? 'left' : 'right';
  const episode = addEpisode(scene, site, side, [], details);
  return {
    episode,
    words: site,
    slots: scene.book.sideSlots(side === 'left' ? 'left' : 'right'),
    lesion: scene.random.next(),
  };
}

const fragileLevels: readonly (readonly [VertebralLevel, number])[] = [
  ['T12', 20],
  ['L1', 22],
  ['L2', 11],
  ['T11', 9],
  ['T8', 9],
  ['T7', 9],
  ['L3', 7],
  ['L4', 5],
  ['T6', 4],
  ['T9', 4],
  ['T10', 4],
];

export function breakVertebra(
  scene: Scene,
  details: BreakDetails,
  not: readonly VertebralLevel[] = [],
): Injury {
  const levels = fragileLevels.filter(([level]) => !not.includes(level));
  const level = details.level ?? scene.random.weighted(levels);
  const site: FractureSite = level.startsWith('T') ? 'vertebra.thoracic' : 'vertebra.lumbar';
  const episode = addEpisode(scene, site, null, [level], details);
  return { episode, words: null, slots: {}, lesion: 0 };
}

function addEpisode(
  scene: Scene,
  site: FractureSite,
  side: Side | null,
  levels: readonly VertebralLevel[],
  details: BreakDetails,
): TrueEpisode {
  const episode: TrueEpisode = {
    key: `E${scene.episodes.length + 1}`,
    site,
    side,
    levels,
    day: details.day,
    state: details.state ?? 'recent',
    energy: details.energy ?? 'low',
    pathological: details.pathological ?? false,
  };
  scene.episodes.push(episode);
  return episode;
}

/** How the writer means it: the injury's place, with the given age and doubts. */
export function about(injury: Injury, time: FractureTime, given: Partial<Intent> = {}): Intent {
  const { site, side, levels, key, pathological } = injury.episode;
  const flags: FindingFlag[] = pathological ? ['pathological'] : [];
  return intent(site, { side, levels, time, flags, episode: key, ...given });
}

/** Sites whose names are so many words for one lesion; elsewhere a lesion keeps its name. */
const synonymous: readonly BreakableSite[] = [
  'hip.femoral-neck',
  'hip.trochanteric',
  'wrist.distal-radius',
  'humerus.proximal',
  'pelvis.pubic-ramus',
];

/** Slots for a sentence about this injury, with the noun phrase drawn anew. */
export function wordsFor(scene: Scene, injury: Injury, form: 'fracture' | 'past' = 'fracture'): Slots {
  const { random, book } = scene;
  const severity = random.weighted([
    [1, 4],
    [2, 4],
    [3, 2],
  ] as const);
  const common = {
    ...injury.slots,
    attr: random.pick(book.attributes),
    gr: String(severity),
    pc: String({ 1: random.int(20, 24), 2: random.int(26, 39), 3: random.int(41, 70) }[severity]),
    months: String(random.int(3, 9)),
    year: String(Number(isoDate(scene.start).slice(0, 4)) - random.int(0, 2)),
  };
  if (injury.words === null) return { ...common, lv: spelled(scene, injury), fx: '' };
  const names = book.sites[injury.words][form];
  const free = form === 'past' || synonymous.includes(injury.words);
  const name = free
    ? random.pick(names)
    : (names[Math.floor(injury.lesion * names.length)] ?? random.pick(names));
  return { ...common, lv: '', fx: fill(name, injury.slots) };
}

function spelled(scene: Scene, injury: Injury): string {
  const spelling = scene.random.pick(scene.book.levelSpellings);
  return injury.episode.levels.map(spelling).join(', ');
}

/** A sentence that states the injury; wording such as "recente" settles its age, "osteoporotische" its cause. */
export function state(
  scene: Scene,
  lines: Lines,
  injury: Injury,
  time: FractureTime,
  given: Partial<Intent> = {},
  extra: Slots = {},
): Piece {
  const slots = { ...wordsFor(scene, injury), ...extra };
  const piece = tell(scene.random, lines, slots, about(injury, time, given));
  return { ...piece, statements: piece.statements.map((s) => ({ ...s, ...settledByWords(piece.text, s) })) };
}

function settledByWords(text: string, stated: Intent): Partial<Intent> {
  const flags = new Set<FindingFlag>(stated.flags);
  if (/osteoporotische|ostéoporotique/i.test(text)) flags.add('osteoporotic');
  if (/insufficiëntie|par insuffisance/i.test(text)) flags.add('insufficiency');
  if (/geconsolideerd|consolidée/i.test(text) && stated.time === 'old') flags.add('healed');
  const fresh =
    /\b(recente|verse|nieuwe?|récente?|nouveau)\b/i.test(text) &&
    !/recent of oud|récente ou ancienne/.test(text);
  const time: FractureTime = stated.time === 'undetermined' && fresh ? 'acute' : stated.time;
  return { flags: [...flags], time };
}

/** A flat denial; the text carries no injury, so it names no episode. */
export function deny(
  scene: Scene,
  lines: Lines,
  site: FractureSite,
  side: Side | null,
  acuteOnly = false,
): Piece {
  return tell(
    scene.random,
    lines,
    {},
    intent(site, { side, presence: 'absent', time: acuteOnly ? 'acute' : 'undetermined' }),
  );
}

/** The history line of a note: diseases, and the old fractures this writer happened to note down. */
export function historyLine(scene: Scene, except: Injury | null = null): Piece {
  const { random, book } = scene;
  const items: Piece[] = drawSome(random, book.diseases, random.int(1, 4)).map((text) => ({
    text,
    statements: [],
  }));
  for (const episode of scene.episodes) {
    if (episode.state !== 'old' || episode === except?.episode || !random.chance(0.75)) continue;
    items.splice(random.int(0, items.length), 0, pastMention(scene, episode));
  }
  if (random.chance(0.08)) items.push(relativeMention(scene));
  const list = join(items, ', ');
  return { ...list, text: `${random.pick(book.labels.history)}${list.text}.` };
}

function pastMention(scene: Scene, episode: TrueEpisode): Piece {
  const { random, book } = scene;
  const words = episode.site.startsWith('vertebra.') ? null : (episode.site as BreakableSite);
  const injury: Injury = {
    episode,
    words,
    slots: book.sideSlots(episode.side === 'left' ? 'left' : 'right'),
    lesion: 0,
  };
  const lines = words === null ? book.vertebra.past : book.sites[words].past.map((past) => `[[${past}]]`);
  const year =
    Number(isoDate(scene.start).slice(0, 4)) - 2 - (Number(isoDate(scene.patient.birth).slice(-2)) % 9);
  const dated = lines.map((line) => book.pastJoin(line, year, random));
  return mention(random, dated, wordsFor(scene, injury, 'past'), about(injury, 'old'));
}

/** A relative's fracture, as family histories give it. */
export function relativeMention(scene: Scene): Piece {
  const piece = mention(
    scene.random,
    scene.book.family,
    {},
    intent('unspecified', { experiencer: 'family', time: 'old' }),
  );
  const site: FractureSite = /col du fémur/.test(piece.text)
    ? 'hip.femoral-neck'
    : /heup|hanche/.test(piece.text)
      ? 'hip.unspecified'
      : 'vertebra.unspecified';
  return { ...piece, statements: piece.statements.map((s) => ({ ...s, site })) };
}

export function drawSome<T>(random: Random, items: readonly T[], count: number): T[] {
  const rest = [...items];
  const drawn: T[] = [];
  while (drawn.length < count && rest.length > 0)
    drawn.push(...rest.splice(random.int(0, rest.length - 1), 1));
  return drawn;
}

/** A few background sentences as one piece. */
export function background(scene: Scene, lines: Lines, from: number, to: number): Piece {
  const drawn = drawSome(scene.random, lines, scene.random.int(from, to));
  return join(
    drawn.map((text) => say(scene.random, [text])),
    ' ',
  );
}
