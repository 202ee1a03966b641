// What stands on the paper twin, taken from the same blocks as this week's pages: alarm signs, today, exercises with boxes,
// medicines, appointments, numbers, questions. Decision: plain data for the template; what a reader of layer 1 needs this
// week goes on paper, the rest stays on the phone.

import { addDays, partsOf } from '@breekpunt/core';
import type {
  AppointmentBlock,
  Block,
  ContactBlock,
  ExerciseBlock,
  Guide,
  MedicineBlock,
  WarningBlock,
} from '@breekpunt/inform';
import type { GuideSection } from '@breekpunt/knowledge';
import { qrCode } from '../access/qr-code.ts';
import { unbroken } from '../html/guide-frame.ts';
import { sectionOf } from '../pages/section-page.ts';
import { dayInWords } from '../words/day-words.ts';
import type { Say } from '../words/guide-words.ts';

export interface PaperOf {
  readonly guide: Guide;
  readonly say: Say;
  readonly hospital: string;
  /** "Maria P.", so that the sheet reaches the right bed; null when no name is known. */
  readonly who: string | null;
  readonly call: { readonly number: string; readonly hours: string | null } | null;
  /** Address of the guide on the phone; null when nobody made a link yet. */
  readonly address: string | null;
  /** What the patient wrote down to ask. */
  readonly questions: readonly string[];
}

interface Part {
  readonly kind: 'text' | 'list' | 'steps' | 'unknown';
  readonly title: string | null;
  readonly lines: readonly string[];
}

interface AlarmPart {
  readonly red: boolean;
  readonly title: string;
  readonly signs: readonly string[];
  readonly actions: readonly string[];
}

interface ExercisePart extends Pick<ExerciseBlock, 'name' | 'how' | 'dose' | 'stop' | 'notIf'> {
  /** SVG in black and grey. */
  readonly picture: string;
  readonly alt: string;
}

interface MedicinePart extends Pick<MedicineBlock, 'name' | 'dose' | 'times' | 'advice'> {
  readonly stop: string | null;
}

/** Everything the template prints, as words. */
export interface PaperGuide {
  readonly language: Guide['language'];
  readonly title: string;
  readonly who: string | null;
  readonly dayText: string;
  readonly weekOf: string;
  readonly hospital: string;
  /** Year, month, day. */
  readonly day: readonly [number, number, number];
  readonly page: string;
  readonly foot: string;
  readonly call: string;
  readonly hours: string | null;
  readonly emergency: string;
  /** SVG. */
  readonly qr: string | null;
  readonly qrText: string;
  readonly red: readonly AlarmPart[];
  readonly amber: readonly AlarmPart[];
  readonly today: readonly Part[];
  readonly exercisesTitle: string;
  readonly tick: string;
  readonly notIf: string;
  /** Short names of seven days. */
  readonly week: readonly string[];
  readonly exercises: readonly ExercisePart[];
  readonly medicinesTitle: string;
  readonly medicines: readonly MedicinePart[];
  readonly medicineParts: readonly Part[];
  readonly appointmentsTitle: string;
  readonly appointments: readonly Pick<AppointmentBlock, 'title' | 'when' | 'place' | 'bring'>[];
  readonly appointmentParts: readonly Part[];
  readonly contactsTitle: string;
  readonly contacts: readonly { readonly name: string; readonly phone: string }[];
  readonly questionsTitle: string;
  readonly questions: readonly string[];
}

export function paperGuide({ guide, say, hospital, who, call, address, questions }: PaperOf): PaperGuide {
  const blocksOf = (id: GuideSection): readonly Block[] =>
    (sectionOf(guide, id)?.blocks ?? []).filter(
      ({ layer, audience }) => layer === 1 && audience.includes('patient'),
    );
  const titleOf = (id: GuideSection): string => sectionOf(guide, id)?.title ?? '';
  const alarms = blocksOf('alarm').filter((block): block is WarningBlock => block.kind === 'warning');
  const red = (level: WarningBlock['level']): boolean =>
    level === 'ambulance-now' || level === 'emergency-now';
  const { year, month, day } = partsOf(guide.today);
  return {
    language: guide.language,
    title: guide.title,
    who,
    dayText: guide.dayText,
    weekOf: say('paper.week', { day: dayInWords(guide.today, say) }),
    hospital,
    day: [year, month, day],
    page: say('paper.page'),
    foot: say('paper.foot', { version: guide.knowledgeVersion.slice(0, 8) }),
    call: unbroken(say('call.us', { phone: call?.number ?? say('number.notKnown') })),
    hours: call?.hours ?? null,
    emergency: say('call.ambulance'),
    qr: address === null ? null : qrCode(address, say('paper.qr')),
    qrText: say(address === null ? 'paper.noQr' : 'paper.qr'),
    red: alarms.filter(({ level }) => red(level)).map(alarmPart),
    amber: alarms.filter(({ level }) => !red(level)).map(alarmPart),
    today: blocksOf('today').flatMap(partFrom),
    exercisesTitle: titleOf('exercises'),
    tick: say('paper.tick'),
    notIf: say('notIf'),
    week: Array.from({ length: 7 }, (_, ahead) => dayInWords(addDays(guide.today, ahead), say).slice(0, 2)),
    exercises: blocksOf('exercises').flatMap((block) =>
      block.kind === 'exercise' ? [exercisePart(block)] : [],
    ),
    medicinesTitle: titleOf('medicines'),
    medicines: blocksOf('medicines').flatMap((block) =>
      block.kind === 'medicine' ? [medicinePart(block)] : [],
    ),
    medicineParts: blocksOf('medicines').flatMap(partFrom),
    appointmentsTitle: titleOf('appointments'),
    appointments: blocksOf('appointments').flatMap((block) =>
      block.kind === 'appointment' ? [appointmentPart(block)] : [],
    ),
    appointmentParts: blocksOf('appointments').flatMap(partFrom),
    contactsTitle: titleOf('who-to-call'),
    contacts: blocksOf('who-to-call').flatMap((block) =>
      block.kind === 'contact' ? contactPart(block) : [],
    ),
    questionsTitle: say('paper.questions'),
    questions,
  };
}

function partFrom(block: Block): readonly Part[] {
  switch (block.kind) {
    case 'text':
    case 'list':
    case 'steps':
      return [{ kind: block.kind, title: block.title, lines: block.text }];
    case 'questions':
      return [{ kind: 'list', title: block.title, lines: block.text }];
    case 'not-known':
      return [{ kind: 'unknown', title: null, lines: [block.text] }];
    default:
      return [];
  }
}

function alarmPart({ level, title, signs, actions }: WarningBlock): AlarmPart {
  const red = level === 'ambulance-now' || level === 'emergency-now';
  return {
    red,
    title,
    signs,
    actions: actions.map(({ text, hours }) => unbroken(hours === null ? text : `${text} (${hours})`)),
  };
}

function exercisePart({ name, how, dose, stop, notIf, picture }: ExerciseBlock): ExercisePart {
  return { name, how, dose, stop, notIf, picture: forPrint(picture.svg), alt: picture.alt };
}

/** A drawing takes its colours from the page; on paper it is black and grey. */
function forPrint(svg: string): string {
  return svg.replaceAll(/var\(--[a-z-]+, (#[0-9a-f]{6})\)/g, '$1').replaceAll('currentColor', '#000000');
}

function medicinePart({ name, dose, times, stopText, advice }: MedicineBlock): MedicinePart {
  return { name, dose, times, stop: stopText, advice };
}

function appointmentPart({
  title,
  when,
  place,
  bring,
}: AppointmentBlock): PaperGuide['appointments'][number] {
  return { title, when, place, bring };
}

/** Only who can be reached; a number nobody gave stands in the guide with what to do. */
function contactPart({ name, phone }: ContactBlock): PaperGuide['contacts'] {
  return phone === null ? [] : [{ name, phone: unbroken(phone) }];
}
