import { fractureSites, knownDate } from '@breekpunt/core';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from './load-knowledge.ts';
import { ruleCases } from './load-rule-cases.ts';
import { listOn, numberOn } from './parameter-on.ts';
import { addressOf } from './source.ts';

const knowledge = loadKnowledge();
const today = knownDate('2026-11-21');

function words(id: string): readonly (number | string)[] {
  const list = listOn(knowledge, id, today);
  if (!list.ok) throw new Error(`${id} has no value on ${today}`);
  return list.value;
}

describe('the knowledge of this version', () => {
  test('is one frozen object, the same at every call', () => {
    expect(loadKnowledge()).toBe(knowledge);
    expect(Object.isFrozen(knowledge.parameters['identify.nl-minimum-age']?.values[0])).toBe(true);
    expect(() => {
      (knowledge.sources as Record<string, unknown>)['olthof-2021'] = undefined;
    }).toThrow(TypeError);
  });

  test('carries a version, and at least the sources of case finding', () => {
    expect(knowledge.version).toMatch(/^[0-9a-f]{16}$/);
    for (const id of [
      'nl-fms-identification',
      'nl-nhg-2024',
      'be-bbc-2020',
      'uk-nice-ng259',
      'olthof-2021',
    ]) {
      expect(knowledge.sources[id]?.readOn, id).toBeDefined();
    }
    expect(addressOf(knowledge.sources['olthof-2021'] ?? expect.fail())).toBe(
      'https://doi.org/10.1016/j.cmpb.2021.106304',
    );
  });

  test('every rule, parameter and value set rests on sources a reader can look up', () => {
    const cited = [
      ...Object.values(knowledge.rules).flatMap(({ citations }) => citations.map(({ id }) => id)),
      ...Object.values(knowledge.parameters).flatMap(({ values }) => values.map(({ source }) => source.id)),
      ...Object.values(knowledge.codes).map(({ source }) => source.id),
    ];
    expect(cited.length).toBeGreaterThan(20);
    for (const id of cited) expect(knowledge.sources[id], id).toBeDefined();
  });

  test('every case belongs to a rule of its topic', () => {
    for (const topic of new Set(Object.values(knowledge.rules).map((rule) => rule.topic))) {
      expect(ruleCases(topic).length, topic).toBeGreaterThan(0);
    }
    expect(ruleCases('no-such-topic')).toEqual([]);
  });
});

describe('the numbers of case finding', () => {
  test('in the Netherlands investigation begins at 50, for a fracture of less than two years ago', () => {
    expect(numberOn(knowledge, 'identify.nl-minimum-age', today)).toEqual({ ok: true, value: 50 });
    expect(numberOn(knowledge, 'identify.nl-recent-fracture-window', today)).toEqual({ ok: true, value: 24 });
  });

  test('nobody knows the Dutch window for "recent" before the standard of 2024', () => {
    expect(numberOn(knowledge, 'identify.nl-recent-fracture-window', knownDate('2023-12-31')).ok).toBe(false);
  });

  test('every site is either investigated or excepted in the Netherlands, save the unspecified one', () => {
    const investigated = words('identify.nl-investigated-sites');
    const excluded = words('identify.nl-excluded-sites');
    const named = [...investigated, ...excluded, 'unspecified'];
    expect(new Set(named)).toEqual(new Set(fractureSites));
    expect(named).toHaveLength(fractureSites.length);
  });

  test('every list of sites names sites that exist', () => {
    const lists = Object.values(knowledge.parameters).filter(({ unit }) => unit === 'fracture site');
    expect(lists.length).toBeGreaterThanOrEqual(5);
    for (const { id } of lists) for (const site of words(id)) expect(fractureSites, id).toContain(site);
  });

  test('Belgium reimburses bone densitometry from 1 August 2010, once in five years', () => {
    const months = 'reimbursement.be-dxa-interval';
    expect(numberOn(knowledge, months, knownDate('2010-07-31')).ok).toBe(false);
    expect(numberOn(knowledge, months, knownDate('2010-08-01'))).toEqual({ ok: true, value: 60 });
  });

  test('the ledger accounts for 216 items of five documents', () => {
    expect(knowledge.seeds.documents.map(({ items }) => items)).toEqual([46, 30, 29, 42, 69]);
    expect(knowledge.seeds.items).toHaveLength(216);
  });
});
