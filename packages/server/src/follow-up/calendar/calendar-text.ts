// Calendar entries as a file for calendar programs (iCalendar, RFC 5545), by a small library. A contact or a dose is a whole day; an
// appointment has its hour in UTC, so that every program shows it at the hour of the hospital and no table of time zones travels
// along. Each entry keeps its name as long as it stands for the same thing and counts its changes, so that a program moves it
// instead of adding one, and takes back what was called off.

import type { ContactMoment, WatchedDrug } from '@breekpunt/intervene';
import { createEvents, type EventAttributes } from 'ics';
import type { CalendarEntry } from './calendar-entries.ts';
import { foldLines } from './fold-lines.ts';

type Spoken = 'nl' | 'fr' | 'en';

const momentNames: Readonly<Record<ContactMoment, Readonly<Record<Spoken, string>>>> = {
  '3-months': { nl: 'opvolgcontact 3 maanden', fr: 'contact de suivi 3 mois', en: 'follow-up at 3 months' },
  '16-weeks': {
    nl: 'opvolgcontact 16 weken',
    fr: 'contact de suivi 16 semaines',
    en: 'follow-up at 16 weeks',
  },
  '6-months': { nl: 'opvolgcontact 6 maanden', fr: 'contact de suivi 6 mois', en: 'follow-up at 6 months' },
  '52-weeks': {
    nl: 'opvolgcontact 52 weken',
    fr: 'contact de suivi 52 semaines',
    en: 'follow-up at 52 weeks',
  },
  yearly: { nl: 'jaarlijks contact', fr: 'contact annuel', en: 'yearly contact' },
  injection: {
    nl: 'inspuiting of infuus te geven',
    fr: 'injection ou perfusion à donner',
    en: 'injection or infusion due',
  },
  'judge-again': {
    nl: 'middel opnieuw beoordelen',
    fr: 'réévaluer le traitement',
    en: 'judge the drug again',
  },
  'course-end': { nl: 'einde van een kuur', fr: 'fin d’une cure', en: 'end of a course' },
  'following-drug': { nl: 'start van wat volgt', fr: 'début de ce qui suit', en: 'start of what follows' },
  unplanned: { nl: 'contact', fr: 'contact', en: 'contact' },
};

/** Denosumab is an injection, zoledronate an infusion. */
const doseNames: Readonly<Record<WatchedDrug, Readonly<Record<Spoken, string>>>> = {
  denosumab: { nl: 'inspuiting gepland', fr: 'injection prévue', en: 'injection arranged' },
  zoledronate: { nl: 'infuus gepland', fr: 'perfusion prévue', en: 'infusion arranged' },
};

const words = {
  nl: {
    name: 'Breekpunt',
    case: 'dossier',
    appointment: 'afspraak',
    cancelled: 'vervallen',
    until: 'uiterlijk',
  },
  fr: {
    name: 'Breekpunt',
    case: 'dossier',
    appointment: 'rendez-vous',
    cancelled: 'annulé',
    until: 'au plus tard',
  },
  en: {
    name: 'Breekpunt',
    case: 'case',
    appointment: 'appointment',
    cancelled: 'cancelled',
    until: 'at the latest',
  },
} as const;

export interface CalendarPlace {
  readonly site: string;
  /** Of the app, without a slash at its end. */
  readonly address: string;
  readonly language: 'nl' | 'fr' | 'de' | 'en';
}

export function calendarText(entries: readonly CalendarEntry[], place: CalendarPlace): string {
  return calendarFile(
    entries.map((entry) => eventOf(entry, place)),
    { calName: words[spokenOf(place)].name },
  );
}

/** Of a file with one appointment, in the reader's language, as people find it among what they saved. */
export function calendarFileName(place: CalendarPlace): string {
  return words[spokenOf(place)].appointment;
}

/** Of any entries; each says its name and how often it was changed, or a program that has an older one keeps both. */
export function calendarFile(
  events: readonly (EventAttributes & { readonly uid: string; readonly sequence: number })[],
  about: { readonly calName?: string } = {},
): string {
  const { error, value } = createEvents([...events], { productId: 'breekpunt', method: 'PUBLISH', ...about });
  if (typeof value !== 'string') throw new Error(`Entries made no calendar: ${error?.name ?? ''}`);
  return foldLines(value);
}

/** The name of an appointment that was booked, in every calendar. */
export function appointmentUid(site: string, id: number | string): string {
  return `${site}-appointment-${id}`;
}

/** The name of a dose that was arranged, in every calendar. */
export function doseUid(site: string, id: number | string): string {
  return `${site}-dose-${id}`;
}

function eventOf(
  entry: CalendarEntry,
  place: CalendarPlace,
): EventAttributes & { readonly uid: string; readonly sequence: number } {
  const spoken = spokenOf(place);
  const say = words[spoken];
  const { site, address } = place;
  const about = [`${say.case} ${entry.case}`, ...(entry.patient === null ? [] : [entry.patient])].join(' · ');
  if (entry.kind === 'contact')
    return {
      uid: `${site}-contact-${entry.id}`,
      title: `${capital(momentNames[entry.moment][spoken])} · ${about}`,
      description: `${say.until} ${entry.until}`,
      url: `${address}/follow-up/${entry.id}`,
      ...wholeDay(entry),
    };
  if (entry.kind === 'dose')
    return {
      uid: doseUid(site, entry.id),
      title: `${capital(doseNames[entry.drug][spoken])} · ${about}`,
      url: `${address}/cases/${entry.case}`,
      ...wholeDay(entry),
    };
  const { at, minutes, place: where, cancelled } = entry;
  return {
    uid: appointmentUid(site, entry.id),
    title: `${cancelled ? `${capital(say.cancelled)}: ` : ''}${cancelled ? say.appointment : capital(say.appointment)} · ${about}`,
    sequence: entry.sequence,
    status: cancelled ? 'CANCELLED' : 'CONFIRMED',
    url: `${address}/cases/${entry.case}`,
    ...(where === null ? {} : { location: where }),
    start: [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()],
    startInputType: 'utc',
    startOutputType: 'utc',
    duration: { minutes },
  };
}

/** Nobody of the team is busy with it all day. */
function wholeDay({
  on,
  sequence,
}: CalendarEntry & { readonly kind: 'contact' | 'dose' }): EventAttributes & { readonly sequence: number } {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  return {
    start: [year, month, day],
    duration: { days: 1 },
    sequence,
    status: 'CONFIRMED',
    busyStatus: 'FREE',
    transp: 'TRANSPARENT',
  };
}

function spokenOf({ language }: CalendarPlace): Spoken {
  return language === 'de' ? 'nl' : language;
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
