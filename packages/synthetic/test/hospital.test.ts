import { checkInsz, knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { describe, expect, test } from 'vitest';
import type { CarePath } from '../src/care/care-path.ts';
import { careOf, type HospitalPatient } from '../src/hospital-patient.ts';
import { syntheticHospital } from '../src/synthetic-hospital.ts';
import { hospitalOf, largeHospital, today } from './hospital-for-tests.ts';

const paths = (): { patient: HospitalPatient; path: CarePath }[] =>
  largeHospital().flatMap((patient) => patient.care.map((path) => ({ patient, path })));

describe('people', () => {
  test('have numbers with right check digits, in a month that no register has, each another', () => {
    const numbers = largeHospital().map(({ resident }) => resident.insz);
    expect(numbers.every((insz) => checkInsz(insz) === 'valid')).toBe(true);
    expect(numbers.every((insz) => /^\d\d(8[1-9]|9[0-2])/.test(insz))).toBe(true);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('have family names that say they are invented', () => {
    const invented =
      /(voorbeeld|verzin|proef|denkbeeld|schijn|sprook|papier|oefen|droom|fabel|lucht|kladde|namaak|wolken|exemple|fictif|modèle|imagin|essai|songe|brouillon|mirage|fable|nuage|croquis)/i;
    expect(largeHospital().filter(({ resident }) => !invented.test(resident.familyName))).toEqual([]);
  });

  test('who come from another hospital keep their name and national number, and get another local number', () => {
    const home = hospitalOf('home', 8);
    const guests = home.slice(3, 6).map(({ resident }) => resident);
    const plan = { seed: 'away', today, people: 5, guests, language: 'fr' as const };
    const away = [...syntheticHospital(plan, loadKnowledge())].map(({ resident }) => resident);
    expect(away.slice(0, 3).map(({ insz }) => insz)).toEqual(guests.map(({ insz }) => insz));
    expect(away[0]?.familyName).toBe(guests[0]?.familyName);
    expect(away.map(({ number }) => number)).toEqual([
      'SYN-00001',
      'SYN-00002',
      'SYN-00003',
      'SYN-00004',
      'SYN-00005',
    ]);
  });
});

describe('time', () => {
  test('nothing is reported or done today or later, but what is planned', () => {
    for (const { reports, care } of largeHospital()) {
      expect(reports.every(({ on }) => on < today)).toBe(true);
      for (const path of care) expect(doneDays(path).filter((day) => day > today)).toEqual([]);
    }
  });

  test('the dead are neither examined nor called', () => {
    const dead = largeHospital().filter(({ deathDate }) => deathDate !== null);
    expect(dead.length).toBeGreaterThan(200);
    for (const { deathDate, reports, care } of dead) {
      expect(reports.filter(({ on }) => deathDate !== null && on >= deathDate)).toEqual([]);
      for (const path of care) {
        const examined = doneDays(path).filter((day) => deathDate !== null && day > deathDate);
        expect(examined).toEqual([]);
        expect(['open', 'to-review', 'snoozed']).not.toContain(path.standing.state);
      }
    }
  });

  test('the steps of care come in their order', () => {
    for (const { path } of paths()) {
      const { foundOn, review, assessment, decision, letters } = path;
      const advice = letters.find(({ kind }) => kind === 'general-practitioner-advice');
      const steps = [foundOn, review?.on, assessment?.on, decision?.on, advice?.on].filter(
        (day) => day !== undefined,
      );
      if (assessment?.outcome !== 'deceased-before') expect(steps).toEqual([...steps].sort());
    }
  });

  test('on a day a year earlier the hospital is another, and as full', () => {
    const plan = { seed: 'a', today: knownDate('2025-11-21'), people: 150 };
    const reports = [...syntheticHospital(plan, loadKnowledge())].flatMap((patient) => patient.reports);
    expect(reports.every(({ on }) => on < '2025-11-21')).toBe(true);
    expect(reports.length).toBeGreaterThan(200);
  });
});

describe('the worklist', () => {
  test('has cases in every stage and state, some overdue and some lost', () => {
    const standings = paths().map(({ path }) => path.standing);
    const has = (word: string): number =>
      standings.filter(({ stage, state, reason }) => [stage, state, reason].includes(word as never)).length;
    const stages = ['identify', 'investigate', 'inform', 'intervene', 'integrate', 'follow-up'];
    const states = ['to-review', 'open', 'snoozed', 'rejected', 'closed'];
    const reasons = ['lost-to-follow-up', 'deceased', 'declined', 'unreachable', 'completed', 'new-fracture'];
    for (const word of [...stages, ...states, ...reasons])
      expect([word, has(word) > 0]).toEqual([word, true]);
    const open = standings.filter(({ state }) => state === 'open');
    const overdue = open.filter(({ dueOn }) => dueOn !== null && dueOn < today);
    expect(overdue.length / open.length).toBeGreaterThan(0.05);
    expect(overdue.length / open.length).toBeLessThan(0.5);
  });

  test('gives everybody with an open case something to do and somebody to do it', () => {
    const open = paths().filter(({ path }) => path.standing.state === 'open');
    expect(open.length).toBeGreaterThan(200);
    for (const { path } of open) {
      expect(path.owner).not.toBeNull();
      expect(path.tasks.filter(({ doneOn }) => doneOn === null).length).toBeGreaterThan(0);
    }
  });

  test('finds the care of a fracture by the reports that name it, and none for a bone that never broke', () => {
    const found = paths().filter(({ path }) => path.review?.verdict === 'confirmed');
    for (const { patient, path } of found.slice(0, 300)) {
      const episode = patient.episodes.find(({ key }) => key === path.episode);
      if (episode === undefined) throw new Error('A path of care without its fracture');
      const reports = patient.reports
        .filter(({ statements }) => statements.some((one) => one.episode === episode.key))
        .map(({ id }) => id);
      expect(careOf(patient, { ...episode, reports })).toBe(path);
      expect(careOf(patient, { site: 'sternum', levels: [], reports })).toBeNull();
    }
  });
});

describe('bone density', () => {
  test('the report of a scan gives the scores of its record, with a decimal comma', () => {
    const scans = paths().filter(({ path }) => path.scan?.status === 'done');
    expect(scans.length).toBeGreaterThan(500);
    for (const { patient, path } of scans) {
      const texts = patient.reports.filter(({ kind, on }) => kind === 'dxa' && on === path.scan?.scannedOn);
      const scores =
        path.scan?.regions.map(({ tScore }) => Math.abs(tScore).toFixed(1).replace('.', ',')) ?? [];
      expect(texts.some(({ text }) => scores.every((score) => text.includes(score)))).toBe(true);
      expect(texts.every(({ text }) => !/-\+|-0,0/.test(text))).toBe(true);
    }
  });
});

function doneDays(path: CarePath): string[] {
  return [
    path.review?.on,
    path.assessment?.on,
    path.scan?.scannedOn,
    path.decision?.on,
    path.falls?.on,
    ...path.vertebrae.map(({ on }) => on),
    ...path.labs.map(({ on }) => on),
    ...path.letters.map(({ on }) => on),
    ...path.contacts.map(({ doneOn }) => doneOn),
    ...path.injections.map(({ givenOn }) => givenOn),
  ].filter((day) => day !== null && day !== undefined);
}
