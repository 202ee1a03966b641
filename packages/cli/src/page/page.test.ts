import { createHash } from 'node:crypto';
import { knownDate } from '@breekpunt/core';
import type { Finding } from '@breekpunt/identify';
import { describe, expect, test } from 'vitest';
import type { FoundPatient } from '../screen/found-patient.ts';
import type { PatientList } from '../screen/patient-list.ts';
import type { ScreenSummary } from '../screen/summary.ts';
import { uiWordsFor } from '../words/ui-words.ts';
import { pageParts } from './page.ts';

const attack = '<script>alert(1)</script><img src=x onerror=alert(2)>" autofocus onfocus=alert(3) \'&amp;';

function finding(text: string, words: string): Finding {
  const start = text.indexOf(words);
  return {
    kind: 'fracture',
    start,
    end: start + words.length,
    text: words,
    site: 'hip.femoral-neck',
    side: 'left',
    levels: [],
    presence: 'present',
    absentScope: null,
    experiencer: 'patient',
    time: 'acute',
    flags: [],
    genant: null,
    heightLossPercent: null,
    displaced: 'not-recorded',
    section: 'none',
    year: null,
    mentions: [],
    conflict: false,
    evidence: [{ start: 0, end: 7, role: 'acute', rule: 'nl.recent' }],
  };
}

function patient(
  over: Partial<FoundPatient> = {},
  text = 'Recente heupfractuur links. Geen luxatie.',
): FoundPatient {
  const proof = finding(text, 'heupfractuur');
  return {
    number: 'P-1',
    birthDate: knownDate('1948-03-12'),
    age: 78,
    sex: 'female',
    triage: 'fracture',
    urgency: 7,
    daysSince: 10,
    episodes: [
      {
        site: 'hip.femoral-neck',
        side: 'left',
        levels: [],
        status: 'present',
        time: 'acute',
        flags: ['low-energy'],
        date: '2026-11-01',
        notes: [],
      },
    ],
    eligibility: { outcome: 'cannot-tell', reasons: [], missing: ['birth-date'] },
    reports: [
      {
        id: 'r-1',
        date: '2026-11-01',
        kind: 'xray',
        lang: 'nl',
        triage: 'fracture',
        limitations: [],
        text,
        complete: true,
        findings: [proof],
        codes: [],
      },
    ],
    proof,
    ...over,
  };
}

function listOf(...patients: readonly FoundPatient[]): PatientList {
  return {
    length: patients.length,
    triage: { fracture: patients.length, 'prevalent-vertebral': 0, possible: 0, none: 0 },
    eligibility: { eligible: 0, 'not-eligible': 0, 'cannot-tell': patients.length },
    *first(count) {
      yield* patients.slice(0, count);
    },
  };
}

const summary: ScreenSummary = {
  version: '0.1.0',
  today: knownDate('2026-11-21'),
  country: 'be',
  synthetic: false,
  files: 1,
  refusedFiles: 0,
  items: 10,
  reports: 9,
  rejects: 1,
  skipped: 0,
  triage: { fracture: 1, 'prevalent-vertebral': 0, possible: 0, none: 8 },
  languages: { nl: 9, fr: 0, de: 0, en: 0 },
  limitations: {},
  patients: 1,
  seconds: 1,
};

function pageOf(
  list: PatientList,
  over: Partial<ScreenSummary> = {},
  language: 'nl' | 'fr' | 'en' = 'nl',
): string {
  return [...pageParts(list, { ...summary, ...over }, uiWordsFor(language))].join('');
}

describe('the page', () => {
  test('shows who, which fracture, when, and the sentence with its cues', () => {
    const page = pageOf(listOf(patient()));
    expect(page).toContain('1. Patiënt P-1');
    expect(page).toContain('vrouw, 78 j (geb. 12 mrt 1948)');
    expect(page).toContain('heup (femurhals) links, recent');
    expect(page).toContain('1 nov 2026');
    expect(page).toContain('<mark class="fracture" title="breuk">heupfractuur</mark>');
  });

  test('says in words what is not known, and never leaves it blank', () => {
    const unknown = patient({ number: null, birthDate: null, age: null, sex: 'not-recorded' });
    const page = pageOf(listOf(unknown));
    expect(page).toContain('Patiëntnummer niet bekend');
    expect(page).toContain('geslacht niet bekend, leeftijd niet bekend');
    expect(page).toContain('Kan niet zeggen');
    expect(page).toContain('Niet bekend: geboortedatum');
  });

  test('shows a hostile report, patient number and id as text, never as markup', () => {
    const hostile = patient({ number: attack }, `${attack} heupfractuur ${attack}`);
    const [report] = hostile.reports;
    const page = pageOf(
      listOf({ ...hostile, reports: [{ ...report, id: attack, kind: attack, codes: [attack] }] }),
    );
    expect(page).not.toContain('<img');
    expect(page).not.toContain('onerror=alert(2)>');
    expect(page).not.toMatch(/"\s*autofocus/u);
    expect(page.match(/<script>/gu)).toHaveLength(1);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('allows its own script and style and nothing else', () => {
    const page = pageOf(listOf(patient()));
    const policy = /Content-Security-Policy" content="([^"]+)"/u.exec(page)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    for (const tag of ['style', 'script']) {
      const source = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'u').exec(page)?.[1] ?? '';
      const hash = createHash('sha256').update(source).digest('base64');
      expect(source.length).toBeGreaterThan(100);
      expect(policy).toContain(`${tag}-src 'sha256-${hash}'`);
    }
  });

  test('asks nothing of any network', () => {
    expect(pageOf(listOf(patient()))).not.toMatch(/(?:src|href)=|https?:|url\(/u);
  });

  test('states its limits in each language', () => {
    expect(pageOf(listOf(patient()))).toContain('Ongeveer de helft van de wervelbreuken');
    expect(pageOf(listOf(patient()), {}, 'fr')).toContain('Environ la moitié des fractures vertébrales');
    expect(pageOf(listOf(patient()), {}, 'en')).toContain('About half of vertebral fractures');
  });

  test('names the language it is written in', () => {
    expect(pageOf(listOf(patient()), {}, 'fr')).toContain('<html lang="fr">');
  });

  test('calls synthetic data synthetic, and warns that other data are patients', () => {
    expect(pageOf(listOf(patient()), { synthetic: true })).toContain('geen echte patiënten');
    expect(pageOf(listOf(patient()))).toContain('bevat patiëntgegevens');
  });

  test('says when it is not complete', () => {
    expect(pageOf(listOf(patient()), { refusedFiles: 1 })).toContain('1 bestand kon niet');
    expect(pageOf({ ...listOf(patient()), length: 6000 })).toContain('de 5000 dringendste van 6000');
  });

  test('says so in words when nobody was found', () => {
    expect(pageOf(listOf())).toContain('In 9 verslagen staat geen breuk die aandacht vraagt.');
  });

  test('shows the code when a code alone puts the patient on the list', () => {
    const [report] = patient().reports;
    const coded = patient({
      proof: null,
      reports: [{ ...report, text: '', findings: [], codes: ['icd-10 S72.0: femurhals'] }],
    });
    expect(pageOf(listOf(coded))).toContain('Code icd-10 S72.0: femurhals');
  });
});
