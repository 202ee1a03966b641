import { describe, expect, test } from 'vitest';
import { KeptBytes } from './kept-bytes.ts';
import { packKept } from './kept-code.ts';
import type { KeptReport } from './kept-report.ts';
import { PatientStore } from './patient-store.ts';

const empty: KeptReport = {
  id: '',
  patient: null,
  birthDate: null,
  birthYear: null,
  sex: null,
  date: null,
  kind: null,
  lang: 'nl',
  triage: 'none',
  limitations: [],
  text: '',
  complete: false,
  findings: [],
  codes: [],
};

function batchOf(
  ...reports: readonly (readonly [id: string, patient: string | null, stated: boolean])[]
): Parameters<PatientStore['add']>[0] {
  const pieces = reports.map(([id, patient]) =>
    new TextEncoder().encode(packKept({ ...empty, id, patient })),
  );
  const kept = new Uint8Array(Buffer.concat(pieces));
  let start = 0;
  const keptPlaces = reports.map(([, patient, stated], index) => {
    const place = { patient, stated, start, end: start + (pieces[index]?.length ?? 0) };
    start = place.end;
    return place;
  });
  return { kept, keptPlaces };
}

function idsOf(store: PatientStore): string[][] {
  return [...store.handles()].map((handle) => store.reportsOf(handle).map(({ id }: KeptReport) => id));
}

describe('the store of patients', () => {
  test('gathers the reports of one patient over batches, in the order they came', () => {
    const store = new PatientStore();
    store.add(batchOf(['a', 'P1', true], ['b', 'P2', true]));
    store.add(batchOf(['c', 'P1', true], ['d', 'P1', true]));
    expect(idsOf(store)).toEqual([['a', 'c', 'd'], ['b']]);
  });

  test('keeps a denial with the patient it is about, and lists nobody for a denial alone', () => {
    const store = new PatientStore();
    store.add(batchOf(['suspected', 'P1', true], ['only-denied', 'P2', false]));
    store.add(batchOf(['denied-later', 'P1', false]));
    expect(idsOf(store)).toEqual([['suspected', 'denied-later']]);
  });

  test('never puts two reports without a patient number together', () => {
    const store = new PatientStore();
    store.add(batchOf(['a', null, true], ['b', null, true]));
    expect(idsOf(store)).toEqual([['a'], ['b']]);
  });

  test('gathers them just as well when the reports no longer fit in memory', () => {
    const bytes = new KeptBytes(1);
    const store = new PatientStore(bytes);
    store.add(batchOf(['a', 'P1', true], ['b', 'P2', true]));
    store.add(batchOf(['c', 'P1', false], ['d', null, true]));
    expect(bytes.inFile).toBe(true);
    expect(idsOf(store)).toEqual([['a', 'c'], ['b'], ['d']]);
    store.close();
  });

  test('holds more reports than it made room for at first', () => {
    const store = new PatientStore();
    const names = Array.from({ length: 5000 }, (_, index) => `r${index}`);
    store.add(batchOf(...names.map((name) => [name, 'P1', true] as const)));
    expect(idsOf(store)).toEqual([names]);
  });
});
