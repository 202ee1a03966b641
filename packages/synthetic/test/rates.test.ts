// The hospital against the literature it was not fitted to, or not fitted to in this way. Each interval stands around a
// published figure, with room for chance and for people who are not those of the study.

import { ageInYears, type CalendarDate, daysBetween } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { describe, expect, test } from 'vitest';
import { dateOf, dayOf } from '../src/calendar.ts';
import type { CarePath } from '../src/care/care-path.ts';
import { careRulesOn } from '../src/care/care-rules.ts';
import { deathDay } from '../src/fractures/mortality.ts';
import type { HospitalPatient } from '../src/hospital-patient.ts';
import { createRandom } from '../src/random.ts';
import type { TrueEpisode } from '../src/reports/patient.ts';
import { largeHospital, today } from './hospital-for-tests.ts';

interface Fragility {
  readonly patient: HospitalPatient;
  readonly episode: TrueEpisode;
  readonly on: CalendarDate;
}

/** Fresh low-energy fractures from 50 on; one found by chance counts on the day of its first report. */
function fragilityFractures(): Fragility[] {
  return largeHospital().flatMap((patient) =>
    patient.episodes.flatMap((episode): Fragility[] => {
      if (episode.state === 'old' || episode.energy === 'high') return [];
      if (episode.pathological || ['finger', 'toe', 'skull-face'].includes(episode.site)) return [];
      const on = episode.day === null ? firstNamed(patient, episode) : dateOf(episode.day);
      return on === null || (ageInYears(patient.resident.birthDate, on) ?? 0) < 50
        ? []
        : [{ patient, episode, on }];
    }),
  );
}

function firstNamed({ reports }: HospitalPatient, { key }: TrueEpisode): CalendarDate | null {
  return reports.find(({ statements }) => statements.some((one) => one.episode === key))?.on ?? null;
}

/** Cases the service took on, old enough that everything within so many days has happened. */
function matureCases(days: number): { readonly patient: HospitalPatient; readonly path: CarePath }[] {
  return largeHospital().flatMap((patient) =>
    patient.care
      .filter(({ review, foundOn }) => review?.verdict === 'confirmed' && daysBetween(foundOn, today) > days)
      .map((path) => ({ patient, path })),
  );
}

function percent(part: number, whole: number): number {
  return (100 * part) / whole;
}

function within(path: CarePath, on: CalendarDate | null | undefined, days: number): boolean {
  return on !== null && on !== undefined && daysBetween(path.foundOn, on) <= days;
}

describe('fractures', () => {
  test('hip fractures are about 2.3 times as many in women as in men (Belgium, Reginster 2001)', () => {
    const hips = fragilityFractures().filter(({ episode }) => episode.site.startsWith('hip.'));
    const women = hips.filter(({ patient }) => patient.resident.sex === 'female').length;
    const ratio = women / (hips.length - women);
    expect(hips.length).toBeGreaterThan(250);
    expect(ratio).toBeGreaterThan(1.6);
    expect(ratio).toBeLessThan(3.2);
  });

  test('hip patients are on average in their eighties, wrist patients younger', () => {
    const meanAge = (site: string): number => {
      const ages = fragilityFractures()
        .filter(({ episode }) => episode.site.startsWith(site))
        .map(({ patient, on }) => ageInYears(patient.resident.birthDate, on) ?? Number.NaN);
      return ages.reduce((sum, age) => sum + age, 0) / ages.length;
    };
    expect(meanAge('hip')).toBeGreaterThan(78);
    expect(meanAge('hip')).toBeLessThan(88);
    expect(meanAge('wrist')).toBeLessThan(meanAge('hip') - 3);
  });

  test('within one and two years some 7 to 10 and 12 to 18 percent break another bone (Sweden, United States)', () => {
    const first = new Map<HospitalPatient, Fragility[]>();
    for (const one of fragilityFractures())
      first.set(
        one.patient,
        [...(first.get(one.patient) ?? []), one].sort((a, b) => (a.on < b.on ? -1 : 1)),
      );
    const broken = (days: number): number => {
      const followed = [...first.values()].filter(([one]) => one && daysBetween(one.on, today) > days);
      const again = followed.filter(([one, next]) => one && next && daysBetween(one.on, next.on) <= days);
      return percent(again.length, followed.length);
    };
    expect(broken(365)).toBeGreaterThan(5);
    expect(broken(365)).toBeLessThan(12);
    expect(broken(730)).toBeGreaterThan(9);
    expect(broken(730)).toBeLessThan(20);
  });

  test('in the year after a hip fracture at 80, some 8 percent more women and 18 percent more men die (Haentjens)', () => {
    const { rates } = careRulesOn(loadKnowledge(), today);
    const dead = (sex: 'female' | 'male', hip: boolean): number => {
      const day = dayOf(today);
      const fractures = hip ? [{ day, site: 'hip.femoral-neck' as const }] : [];
      const person = { birth: day - Math.round(80.5 * 365.25), sex, fractures };
      const random = createRandom(`${sex} ${hip}`);
      const deaths = Array.from({ length: 8000 }, () => deathDay(random, rates, person, day, day + 364));
      return percent(deaths.filter((one) => one !== null).length, deaths.length);
    };
    const excess = (sex: 'female' | 'male'): number => dead(sex, true) - dead(sex, false);
    expect(excess('female')).toBeGreaterThan(5);
    expect(excess('female')).toBeLessThan(14);
    expect(excess('male')).toBeGreaterThan(12);
    expect(excess('male')).toBeLessThan(26);
  });

  test('about half of the broken vertebrae stand in no report (Nottingham: 49 percent are named)', () => {
    const named = (patient: HospitalPatient, episode: TrueEpisode): boolean =>
      patient.reports.some(({ statements }) => statements.some((one) => one.episode === episode.key));
    const vertebrae = largeHospital().flatMap((patient) =>
      patient.episodes
        .filter(
          ({ site, state, pathological }) => site.startsWith('vertebra.') && state !== 'old' && !pathological,
        )
        .map((episode) => named(patient, episode)),
    );
    const share = percent(vertebrae.filter(Boolean).length, vertebrae.length);
    expect(vertebrae.length).toBeGreaterThan(300);
    expect(share).toBeGreaterThan(40);
    expect(share).toBeLessThan(65);
  });
});

describe('care', () => {
  test('about 73 percent are assessed within 90 days of the report (British audit 2021)', () => {
    const cases = matureCases(120);
    const inTime = cases.filter(
      ({ path }) => path.assessment?.outcome === 'done' && within(path, path.assessment.on, 90),
    );
    expect(percent(inTime.length, cases.length)).toBeGreaterThan(62);
    expect(percent(inTime.length, cases.length)).toBeLessThan(80);
  });

  test('about 48 percent have a bone density scan within 90 days (British audit 2021)', () => {
    const cases = matureCases(120);
    const inTime = cases.filter(({ path }) => within(path, path.scan?.scannedOn, 90));
    expect(percent(inTime.length, cases.length)).toBeGreaterThan(38);
    expect(percent(inTime.length, cases.length)).toBeLessThan(55);
  });

  test('about 49 percent are recommended a medicine, and 53 percent have their falls assessed (the same audit)', () => {
    const cases = matureCases(240);
    const recommended = cases.filter(({ path }) => path.decision?.outcome === 'medicine');
    const falls = cases.filter(({ path }) => path.falls !== null);
    expect(percent(recommended.length, cases.length)).toBeGreaterThan(43);
    expect(percent(recommended.length, cases.length)).toBeLessThan(54);
    expect(percent(falls.length, cases.length)).toBeGreaterThan(46);
    expect(percent(falls.length, cases.length)).toBeLessThan(62);
  });

  test('of those recommended a medicine a third is known to have started it at 16 weeks (British audit 2023)', () => {
    const recommended = matureCases(240).filter(({ path }) => path.decision?.outcome === 'medicine');
    const started = recommended.filter(({ path }) =>
      path.contacts.some(
        (one) => one.moment === '16-weeks' && one.medicineStarted === 'yes' && within(path, one.doneOn, 112),
      ),
    );
    expect(percent(started.length, recommended.length)).toBeGreaterThan(20);
    expect(percent(started.length, recommended.length)).toBeLessThan(45);
  });

  test('after a year fewer are still on tablets than on injections (Netherlands 43, Sweden 83 percent)', () => {
    const still = (medicines: readonly string[]): number => {
      const asked = matureCases(400)
        .filter(({ path }) => medicines.includes(path.decision?.medicine ?? ''))
        .flatMap(({ path }) =>
          path.contacts.filter((one) => one.moment === '52-weeks' && one.outcome === 'reached'),
        )
        .filter((one) => one.stillPrescribed !== 'not-recorded');
      return percent(asked.filter((one) => one.stillPrescribed === 'yes').length, asked.length);
    };
    expect(still(['M05BA04', 'M05BA07'])).toBeGreaterThan(28);
    expect(still(['M05BA04', 'M05BA07'])).toBeLessThan(55);
    expect(still(['M05BX04'])).toBeGreaterThan(65);
    expect(still(['M05BX04'])).toBeLessThan(95);
  });

  test('about 42 percent of those tested have too little vitamin D (Maastricht 2008)', () => {
    const tested = matureCases(0).flatMap(({ path }) =>
      path.labs.filter(({ test: name }) => name === 'vitamin-d'),
    );
    const low = tested.filter(({ value, low: from }) => from !== null && value < from);
    expect(percent(low.length, tested.length)).toBeGreaterThan(35);
    expect(percent(low.length, tested.length)).toBeLessThan(50);
  });

  test('a third to a half of those scanned have osteoporosis, as in every fracture service', () => {
    const lowest = matureCases(0).flatMap(({ path }) =>
      path.scan?.status === 'done' ? [Math.min(...path.scan.regions.map(({ tScore }) => tScore))] : [],
    );
    const osteoporosis = lowest.filter((score) => score <= -2.5);
    expect(percent(osteoporosis.length, lowest.length)).toBeGreaterThan(30);
    expect(percent(osteoporosis.length, lowest.length)).toBeLessThan(55);
  });
});
