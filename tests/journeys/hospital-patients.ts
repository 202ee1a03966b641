// Who is in the hospital of the journeys: invented, each with the reports that the case finder reads. Days are counted back
// from the day on which the journey is made, births too: whoever grew older would one day be in another class of a risk score.

import { addDays, addMonths, type CalendarDate } from '@breekpunt/core';
import { today } from './days.ts';

interface InventedReport {
  readonly kind: string;
  readonly daysAgo: number;
  readonly text: string;
}

export interface InventedPerson {
  readonly family: string;
  readonly given: string;
  /** Completed years. */
  readonly age: number;
  readonly sex: 'female' | 'male';
  readonly reports: readonly InventedReport[];
  /** T-scores of the femoral neck. */
  readonly scans?: readonly { readonly daysAgo: number; readonly tScore: number; readonly maker: string }[];
  /** Confirmed, and a drug decided on; ATC. */
  readonly care?: {
    readonly medicine: string;
    readonly decidedDaysAgo: number;
    readonly dosesDaysAgo: readonly number[];
  };
}

export const newPatients: readonly InventedPerson[] = [
  {
    family: 'Verzonnen-Peeters',
    given: 'Maria',
    age: 85,
    sex: 'female',
    scans: [
      { daysAgo: 2_560, tScore: -1.9, maker: 'Lunar' },
      { daysAgo: 5, tScore: -2.7, maker: 'Hologic' },
    ],
    reports: [
      {
        kind: 'ct',
        daysAgo: 9,
        text: 'CT lumbale wervelkolom.\nInlichtingen: lage rugpijn na val van stahoogte.\nBevindingen: Recente inzakking van L1 met 30% hoogteverlies van de voorrand. Geen fractuur van het bekken. Mogelijke inzakking van T11, te correleren met klachten.\nBesluit: Recente osteoporotische inzakkingsfractuur L1.',
      },
      {
        kind: 'xray',
        daysAgo: 2_600,
        text: 'RX pols links: distale radiusfractuur links na val. Geen luxatie.',
      },
      { kind: 'xray', daysAgo: 40, text: 'RX thorax: normale hartschaduw, geen infiltraat. Matige artrose.' },
    ],
  },
  {
    family: 'Verzonnen-Janssens',
    given: 'Jos',
    age: 71,
    sex: 'male',
    reports: [
      {
        kind: 'ed',
        daysAgo: 31,
        text: 'Gisteren gevallen van stahoogte. Distale radiusfractuur links, gipsspalk.',
      },
    ],
  },
  {
    family: 'Verzonnen-Maes',
    given: 'Rosa',
    age: 88,
    sex: 'female',
    reports: [
      {
        kind: 'discharge',
        daysAgo: 5,
        text: 'Ontslagbrief. Opname na val in de badkamer. Femurhalsfractuur rechts, behandeld met een hemiprothese. Verder verloop ongecompliceerd.',
      },
    ],
  },
  {
    family: 'Verzonnen-Claes',
    given: 'Irène',
    age: 77,
    sex: 'female',
    reports: [
      {
        kind: 'mri',
        daysAgo: 62,
        text: 'IRM lombaire. Tassement récent de D12 avec œdème médullaire. Pas de recul du mur postérieur.',
      },
    ],
  },
  {
    family: 'Verzonnen-De Smet',
    given: 'Paul',
    age: 79,
    sex: 'male',
    reports: [
      {
        kind: 'xray',
        daysAgo: 20,
        text: 'Mogelijke fractuur van de ramus superior links. Controle aangewezen.',
      },
    ],
  },
  {
    family: 'Verzonnen-Wouters',
    given: 'Lea',
    age: 74,
    sex: 'female',
    reports: [
      { kind: 'ed', daysAgo: 3, text: 'Proximale humerusfractuur links na struikelen over een mat. Sling.' },
    ],
  },
  {
    family: 'Verzonnen-Goossens',
    given: 'Gerda',
    age: 81,
    sex: 'female',
    reports: [
      { kind: 'ct', daysAgo: 12, text: 'Gekende oude inzakking L3, ongewijzigd. Geen recente fractuur.' },
    ],
  },
];

export const followedPatients: readonly InventedPerson[] = [
  {
    family: 'Verzonnen-Aerts',
    given: 'Godelieve',
    age: 76,
    sex: 'female',
    // The day on which the first contact is due, and its figure ripe.
    reports: [
      { kind: 'ed', daysAgo: 112, text: 'Vandaag gevallen van stahoogte. Distale radiusfractuur links.' },
    ],
    care: { medicine: 'M05BA04', decidedDaysAgo: 90, dosesDaysAgo: [] },
  },
  {
    family: 'Verzonnen-Bogaert',
    given: 'Hilda',
    age: 83,
    sex: 'female',
    reports: [{ kind: 'ed', daysAgo: 420, text: 'Vandaag gevallen. Femurhalsfractuur rechts.' }],
    care: { medicine: 'M05BX04', decidedDaysAgo: 405, dosesDaysAgo: [400, 222] },
  },
  // Three whose sixteenth week passed without a call, to leave follow-up each in a way of their own. Found on the same day as
  // the first one, and so counted in the same month on whatever day this is.
  {
    family: 'Verzonnen-Claeys',
    given: 'Jeannine',
    age: 78,
    sex: 'female',
    reports: [
      { kind: 'ed', daysAgo: 120, text: 'Vandaag gevallen van stahoogte. Proximale humerusfractuur links.' },
    ],
    care: { medicine: 'M05BA04', decidedDaysAgo: 90, dosesDaysAgo: [] },
  },
  {
    family: 'Verzonnen-Dierckx',
    given: 'Omer',
    age: 86,
    sex: 'male',
    reports: [
      { kind: 'ed', daysAgo: 121, text: 'Vandaag gevallen van stahoogte. Distale radiusfractuur rechts.' },
    ],
    care: { medicine: 'M05BA04', decidedDaysAgo: 90, dosesDaysAgo: [] },
  },
  {
    family: 'Verzonnen-Evers',
    given: 'Paula',
    age: 80,
    sex: 'female',
    reports: [{ kind: 'ed', daysAgo: 122, text: 'Vandaag gevallen van stahoogte. Femurhalsfractuur links.' }],
    care: { medicine: 'M05BX04', decidedDaysAgo: 90, dosesDaysAgo: [85] },
  },
];

/** One for all: at midnight nobody is born on another day. */
const madeOn = today();

export function birthOf({ age }: Pick<InventedPerson, 'age'>): CalendarDate {
  return addDays(addMonths(madeOn, -12 * age), -120);
}

/** Of the one of that family name, without what they have in common. */
export function birthDateOf(name: string): CalendarDate {
  const person = [...newPatients, ...followedPatients].find(({ family }) => family === `Verzonnen-${name}`);
  if (person === undefined) throw new Error(`Nobody is called ${name}`);
  return birthOf(person);
}
