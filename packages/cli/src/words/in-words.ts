// Dates, places and fractures as a person says them in the interface's language: "12 mrt 2026",
// "borstwervel T12, recent". Never a slash date, never an empty cell: what nobody recorded has its words.

import { type FractureSite, type Sex, type Side, unreachable, type VertebralLevel } from '@breekpunt/core';
import type { MissingFact } from '@breekpunt/identify';
import { loadKnowledge } from '@breekpunt/knowledge';
import type { FoundEpisode, FoundPatient } from '../screen/found-patient.ts';
import type { UiWords } from './ui-words.ts';

/** An ISO date as day, month in letters, year; the words for "not known" when there is none. */
export function dateInWords(date: string | null, words: UiWords): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/u.exec(date ?? '');
  if (parts === null) return words.dateUnknown;
  return `${Number(parts[3])} ${words.months[Number(parts[2]) - 1] ?? ''} ${parts[1]}`;
}

export function sexInWords(sex: Sex, words: UiWords): string {
  switch (sex) {
    case 'female':
      return words.female;
    case 'male':
      return words.male;
    case 'other':
      return words.otherSex;
    case 'not-recorded':
      return words.sexUnknown;
    default:
      return unreachable(sex);
  }
}

function placeInWords(
  place: {
    readonly site: FractureSite;
    readonly side: Side | null;
    readonly levels: readonly VertebralLevel[];
  },
  words: UiWords,
): string {
  const levels = place.levels.length === 0 ? '' : ` ${words.level(place.levels.join(', '))}`;
  const side = place.side === null ? '' : ` ${words.side[place.side]}`;
  return `${words.site[place.site]}${levels}${side}`;
}

export function episodeInWords(episode: FoundEpisode, words: UiWords): string {
  const doubt = episode.status === 'present' ? [] : [words.status[episode.status]];
  return [placeInWords(episode, words), ...doubt, words.time[episode.time]].join(', ');
}

/** When a source first speaks of it, said so that nobody takes it for the day of the fracture. */
export function firstMentioned(date: string | null, words: UiWords): string {
  return date === null ? words.dateUnknown : words.firstMentioned(dateInWords(date, words));
}

/** Number, sex, age and birth date in one line; each unknown said in words. */
export function personInWords(patient: FoundPatient, words: UiWords): string {
  const age = patient.age === null ? words.ageUnknown : words.age(patient.age);
  const born = patient.birthDate === null ? '' : ` (${words.born(dateInWords(patient.birthDate, words))})`;
  return `${sexInWords(patient.sex, words)}, ${age}${born}`;
}

/** A rule as a short reason, or else its own sentence, in the interface's language. */
export function reasonInWords(rule: string, { language, reason }: UiWords): string {
  const known = loadKnowledge().rules[rule];
  const sentence = language === 'en' ? known?.text : known?.sentences[language];
  return reason[rule] ?? sentence ?? rule;
}

/** Rules whose sentence already says that a fact is missing. */
const factSaidByRule: Readonly<Record<string, MissingFact>> = {
  CF14: 'confirmation',
  CF20: 'mechanism',
  CF21: 'fracture-date',
  CF22: 'birth-date',
  CF23: 'site',
  CF25: 'vertebral-level',
};

/** What is missing and not said by one of the reasons already. */
export function missingBesides({
  reasons,
  missing,
}: Pick<FoundPatient['eligibility'], 'reasons' | 'missing'>): readonly MissingFact[] {
  const said = new Set(reasons.map(({ rule }) => factSaidByRule[rule]));
  return missing.filter((fact) => !said.has(fact));
}
