// The documents of a hospital stay, written from a scene: radiographs, emergency notes, discharge letters,
// letters from the practice. Each writer leaves out what that writer would leave out.

import { belgianDate, type Day, isoDate } from '../calendar.ts';
import { type Reading, radiologyReport } from './author.ts';
import type { Lines } from './phrasebook.ts';
import { join, nothing, type Piece, say, tell } from './piece.ts';
import {
  about,
  background,
  drawSome,
  historyLine,
  type Injury,
  type Scene,
  state,
  wordsFor,
} from './scene.ts';
import type { Statement } from './statement.ts';

export function read(scene: Scene, reading: Reading): Piece {
  return radiologyReport(scene.random, scene.random.pick(scene.authors), reading);
}

/** The radiograph of an injured limb: request, what was found, what else there is, perhaps a conclusion. */
export function limbRadiograph(
  scene: Scene,
  injury: Injury,
  found: Piece,
  concludes: boolean,
  request: Piece,
): Piece {
  const { random, book } = scene;
  if (injury.words === null) throw new Error('A vertebra is not a limb.');
  const slots = wordsFor(scene, injury);
  const conclusion: { conclusion?: Piece } = concludes
    ? { conclusion: say(random, book.foundAgain, slots) }
    : {};
  const report = read(scene, {
    exam: filled(random.pick(book.sites[injury.words].exam), injury),
    request,
    ...comparisonFor(scene, 0.3),
    findings: [found, background(scene, book.background.joint, 1, 3), caveat(scene, 0.06)],
    ...conclusion,
  });
  return conclusion.conclusion !== undefined &&
    report.text.includes(conclusion.conclusion.text) &&
    /récente|recente/i.test(conclusion.conclusion.text)
    ? withTime(report, 'acute')
    : report;
}

/** The line on earlier examinations, when there is one. */
export function comparisonFor(scene: Scene, probability: number): { comparison?: Piece } {
  const { random, book } = scene;
  if (!random.chance(probability)) return {};
  const earlier = scene.start - random.int(100, 900);
  return { comparison: say(random, book.comparisons, { date: belgianDate(earlier) }) };
}

export function request(scene: Scene, lines: Lines, injury: Injury | null, weeks = 6): Piece {
  const { random, book } = scene;
  const body = injury?.words == null ? '' : filled(random.pick(book.sites[injury.words].body), injury);
  return say(random, lines, { body, weeks: String(weeks) });
}

export function caveat(scene: Scene, probability: number): Piece {
  return scene.random.chance(probability) ? say(scene.random, scene.book.traps.caveat) : nothing;
}

/** What the emergency doctor types between two patients. */
export function emergencyNote(
  scene: Scene,
  story: Piece,
  signs: string,
  imaging: Piece,
  plan: string,
): Piece {
  const { random, book } = scene;
  const label = (labels: Lines, piece: Piece): Piece => ({
    ...piece,
    text: `${random.pick(labels)}${piece.text}`,
  });
  const parts = [
    say(random, book.letters.edHeads),
    label(book.labels.story, story),
    random.chance(0.85) ? historyLine(scene) : nothing,
    random.chance(0.7)
      ? label(
          book.labels.medication,
          plain(`${drawSome(random, book.medication, random.int(1, 5)).join(', ')}.`),
        )
      : nothing,
    random.chance(0.5) ? plain(random.pick(book.social)) : nothing,
    label(book.labels.exam, plain(`${signs}. ${random.pick(book.normalExam)}`)),
    random.chance(0.6) ? plain(random.pick(book.labs)) : nothing,
    label(book.labels.imaging, imaging),
    label(book.labels.plan, plain(plan)),
  ];
  return join(parts, random.chance(0.85) ? '\n' : ' ');
}

/** The letter at discharge after a fracture: reason, history, what was broken and done, course, after-care. */
export function dischargeLetter(
  scene: Scene,
  injury: Injury,
  fall: string,
  from: Day,
  to: Day,
  done: string,
): Piece {
  const { random, book } = scene;
  const reason = say(random, book.letters.dischargeReason, {
    from: dayAndMonth(from),
    to: dayAndMonth(to),
    fall,
  });
  const broken = state(
    scene,
    book.found,
    injury,
    'acute',
    { flags: injury.episode.energy === 'high' ? ['high-energy'] : ['low-energy'] },
    marked(scene, injury),
  );
  const course = drawSome(random, book.letters.course, random.int(1, 3)).join(' ');
  return join(
    [
      say(random, book.letters.dischargeHeads),
      reason,
      historyLine(scene, injury),
      join([broken, plain(`${capital(done)}.`)], ' '),
      random.chance(0.5) ? plain(random.pick(book.labs)) : nothing,
      plain(course),
      random.chance(0.5)
        ? plain(
            `${random.pick(book.labels.medication)}${drawSome(random, book.medication, random.int(2, 6)).join(', ')}.`,
          )
        : nothing,
      join([say(random, book.letters.boneHealth), say(random, book.letters.dischargeEnd)], ' '),
    ],
    random.chance(0.7) ? '\n\n' : '\n',
  );
}

/** The general practitioner refers for bone assessment after a fracture. */
export function practiceLetter(scene: Scene, injury: Injury, weeks: number, fall: string): Piece {
  const { random, book } = scene;
  const slots = { ...wordsFor(scene, injury), weeks: String(weeks), fall };
  const flags = injury.episode.energy === 'high' ? (['high-energy'] as const) : (['low-energy'] as const);
  const opening = tell(
    random,
    book.letters.gpFracture,
    slots,
    about(injury, weeks < 6 ? 'acute' : 'subacute', { flags }),
  );
  const dated = opening.text.includes(String(weeks)) ? opening : withTime(opening, 'acute');
  return join(
    [say(random, book.letters.gpHeads), dated, historyLine(scene, injury), say(random, book.letters.gpEnd)],
    '\n',
  );
}

function withTime(piece: Piece, time: 'acute'): Piece {
  const undated = (s: Statement): boolean => s.presence === 'present' && s.time !== 'old';
  return { ...piece, statements: piece.statements.map((s) => (undated(s) ? { ...s, time } : s)) };
}

/** The noun phrase with evidence marks, for sentences that take it whole. */
export function marked(scene: Scene, injury: Injury): { fx: string } {
  return { fx: `[[${wordsFor(scene, injury)['fx'] ?? ''}]]` };
}

export function filled(template: string, injury: Injury): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => injury.slots[name] ?? '');
}

export function plain(text: string): Piece {
  return { text, statements: [] };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function dayAndMonth(day: Day): string {
  const [, month, date] = isoDate(day).split('-');
  return `${date}/${month}`;
}
