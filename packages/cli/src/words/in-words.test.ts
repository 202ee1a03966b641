import { knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { describe, expect, test } from 'vitest';
import {
  dateInWords,
  episodeInWords,
  firstMentioned,
  missingBesides,
  reasonInWords,
  sexInWords,
} from './in-words.ts';
import { uiWordsFor } from './ui-words.ts';

const nl = uiWordsFor('nl');
const fr = uiWordsFor('fr');

describe('reasons', () => {
  const rules = Object.values(loadKnowledge().rules).filter(({ id }) => /^CF\d+$/u.test(id));
  const shown = rules.filter(({ id }) => Number(id.slice(2)) <= 25);

  test('exist in every interface language for each rule that decides who is eligible', () => {
    expect(shown.length).toBe(25);
    for (const language of ['nl', 'fr', 'en'] as const) {
      const { reason } = uiWordsFor(language);
      expect(Object.keys(reason).sort()).toEqual(shown.map(({ id }) => id).sort());
    }
  });

  test('a rule without short words of its own is shown as knowledge states it in that language', () => {
    const { text, sentences } = loadKnowledge().rules['CF36'] ?? {};
    expect(reasonInWords('CF36', nl)).toBe(sentences?.nl);
    expect(reasonInWords('CF36', fr)).toBe(sentences?.fr);
    expect(reasonInWords('CF36', uiWordsFor('en'))).toBe(text);
  });
});

describe('words of the list', () => {
  test('a date is day, month in letters, year, whatever the time zone', () => {
    expect(dateInWords(knownDate('2026-03-12'), nl)).toBe('12 mrt 2026');
    expect(dateInWords(knownDate('2026-01-01'), fr)).toBe('1 jan 2026');
  });

  test('an unknown date and an unknown sex have words of their own', () => {
    expect(dateInWords(null, nl)).toBe('datum niet bekend');
    expect(sexInWords('not-recorded', nl)).toBe('geslacht niet bekend');
    expect(sexInWords('other', nl)).toBe('ander geslacht');
  });

  test('a thoracic level is D in French and T in Dutch', () => {
    const episode = {
      site: 'vertebra.thoracic',
      side: null,
      levels: ['T11', 'T12'],
      status: 'present',
      time: 'old',
      flags: [],
      date: null,
      notes: [],
    } as const;
    expect(episodeInWords(episode, nl)).toBe('borstwervel T11, T12, oud');
    expect(episodeInWords(episode, fr)).toBe('vertèbre dorsale D11, D12, ancienne');
  });

  test('a suspicion is called possible', () => {
    const episode = {
      site: 'hip.unspecified',
      side: 'left',
      levels: [],
      status: 'possible',
      time: 'undetermined',
      flags: [],
      date: null,
      notes: [],
    } as const;
    expect(episodeInWords(episode, nl)).toBe('heup links, mogelijk, ouderdom niet vermeld');
  });
});

describe('what is missing', () => {
  const note = (rule: string) => ({ rule, speaks: 'note' }) as const;

  test('is not said twice when a reason says it already', () => {
    const eligibility = {
      reasons: [note('CF8'), note('CF20')],
      missing: ['mechanism', 'birth-date'],
    } as const;
    expect(missingBesides(eligibility)).toEqual(['birth-date']);
  });

  test('is said when no reason does', () => {
    expect(missingBesides({ reasons: [note('CF8')], missing: ['mechanism'] })).toEqual(['mechanism']);
  });
});

describe('the day a fracture is first mentioned', () => {
  test('is not called the day of the fracture', () => {
    expect(firstMentioned('2026-08-01', nl)).toBe('eerst vermeld op 1 aug 2026');
    expect(firstMentioned(null, nl)).toBe('datum niet bekend');
  });
});
