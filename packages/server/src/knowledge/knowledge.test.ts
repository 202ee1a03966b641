// Rules and sources as the clinic sees them, and the signature of a physician under a rule set.

import { knownDate } from '@breekpunt/core';
import { loadKnowledge, type Rule } from '@breekpunt/knowledge';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';
import { countryOfRule } from './country-of-rule.ts';
import type { KnowledgeEntry } from './knowledge-entry.ts';
import { type KnowledgeIndex, knowledgeIndex } from './knowledge-index.ts';
import { parametersOf, parameterTopics, ruleSets, topicOf } from './rule-sets.ts';
import type { SignedRuleSet } from './sign-off.ts';

const knowledge = loadKnowledge();
const today = knownDate('2026-11-22');

let database: TestDatabase;
let server: TestServer;
let physician: Person;
let nurse: Person;
beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
  server = await testServer(database);
  [physician, nurse] = [
    await server.signedInAs('gent', 'physician'),
    await server.signedInAs('gent', 'nurse'),
  ];
});
afterAll(async () => {
  await server.close();
  await database.close();
});

async function indexAs(person: Person, query = ''): Promise<KnowledgeIndex> {
  return (await server.ask('GET', `/api/knowledge${query}`, { as: person })).json();
}

async function setAs(person: Person, name: string): Promise<SignedRuleSet> {
  const found = (await indexAs(person)).sets.find(({ set }) => set === name);
  if (found === undefined) throw new Error(`There is no rule set ${name}`);
  return found;
}

describe('the list of rules and sources', () => {
  test('has every rule, number, model and source of the knowledge, where no country is chosen', () => {
    const { rules, parameters, models, sources } = knowledgeIndex(knowledge, [], null, today);
    expect(rules.length).toBe(Object.values(knowledge.rules).filter(({ retired }) => !retired).length);
    expect(parameters.length).toBe(Object.keys(knowledge.parameters).length);
    expect(models.length).toBe(Object.keys(knowledge.models).length);
    expect(sources.length).toBe(Object.keys(knowledge.sources).length);
  });

  test('of one country leaves out the rules and numbers of the other, and keeps those of both', () => {
    const of = (country: 'BE' | 'NL'): readonly string[] =>
      knowledgeIndex(knowledge, [], country, today).rules.map(({ id }) => id);
    expect(of('BE')).toEqual(expect.arrayContaining(['CF7', 'CF8', 'DX13', 'RB2']));
    expect(of('BE')).not.toContain('CF4');
    expect(of('NL')).toEqual(expect.arrayContaining(['CF7', 'CF4', 'DX14']));
    expect(of('NL')).not.toContain('CF8');
    expect(of('NL')).not.toContain('RB2');
  });

  test('keeps the rules of the United Kingdom apart, which are there to compare with', () => {
    const of = (country: 'BE' | 'NL' | 'UK'): readonly string[] =>
      knowledgeIndex(knowledge, [], country, today).rules.map(({ id }) => id);
    for (const rule of ['TX9', 'TX13', 'TX30', 'VB14', 'RB12', 'HS18']) {
      expect(of('UK')).toContain(rule);
      expect([...of('BE'), ...of('NL')]).not.toContain(rule);
    }
    expect(of('UK')).toContain('VB1');
    expect(of('UK')).not.toContain('TX1');
  });

  test('shows the value of a number on the day asked for, and none before its first', () => {
    const valueOn = (on: string): unknown =>
      knowledgeIndex(knowledge, [], null, knownDate(on)).parameters.find(({ id }) => id === 'dxa.normal-from')
        ?.value;
    expect(valueOn('2026-11-22')).toBe(-1);
    expect(valueOn('1900-01-01')).toBeNull();
  });

  test('counts rules by number: CF2 comes before CF10', () => {
    const ids = knowledgeIndex(knowledge, [], null, today).rules.map(({ id }) => id);
    expect(ids.indexOf('CF2')).toBeLessThan(ids.indexOf('CF10'));
  });

  test('begins with the country of the hospital', async () => {
    expect((await indexAs(nurse)).country).toBe('BE');
    expect((await indexAs(nurse, '?country=any')).country).toBeNull();
  });

  test('refuses a day that is none', async () => {
    const answer = await server.ask('GET', '/api/knowledge?on=2026-02-30', { as: nurse });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'not-valid']);
  });
});

test('a rule that rests on the regulation of one country alone holds there alone', () => {
  const rule = (text: string, ...ids: readonly string[]): Rule =>
    ({ text, citations: ids.map((id) => ({ id, where: 'x' })) }) as unknown as Rule;
  const sources = {
    'be-law': { kind: 'regulation' },
    'nl-law': { kind: 'regulation' },
    'nl-guideline': { kind: 'guideline' },
  } as unknown as typeof knowledge.sources;
  expect(countryOfRule(rule('It is paid for.', 'be-law'), sources)).toBe('BE');
  expect(countryOfRule(rule('It is paid for.', 'be-law', 'nl-law'), sources)).toBeNull();
  expect(countryOfRule(rule('It is advised.', 'nl-guideline'), sources)).toBeNull();
  expect(countryOfRule(rule('In the Netherlands it is advised.', 'be-law'), sources)).toBe('NL');
});

describe('what stands behind an id', () => {
  const entry = async (id: string): Promise<KnowledgeEntry> =>
    (await server.ask('GET', `/api/knowledge/entry?id=${encodeURIComponent(id)}`, { as: nurse })).json();

  test('of every rule is its sources with their place, and its cases while it holds', async () => {
    for (const { id, retired } of Object.values(knowledge.rules)) {
      const found = await entry(id);
      if (found.kind !== 'rule') throw new Error(`${id} is no rule`);
      expect(found.citations.length, id).toBeGreaterThan(0);
      if (retired === undefined) expect(found.cases.length, id).toBeGreaterThan(0);
      expect(found.signedSet?.set, id).toBe(found.rule.set);
    }
  });

  test('of a number is every value it had, each with its source', async () => {
    const found = await entry('dxa.normal-from');
    expect(found).toMatchObject({ kind: 'parameter', values: [{ value: -1 }] });
  });

  test('of a model is in whom it was made and what it cannot say', async () => {
    const found = await entry('imminent-refracture');
    expect(found).toMatchObject({ kind: 'model', model: { status: 'draft' } });
    expect(found.kind === 'model' && found.model.limits.length).toBeGreaterThan(2);
  });

  test('of a source is what rests on it', async () => {
    const found = await entry('nl-fms-identification');
    expect(found.kind === 'source' && found.usedBy.map(({ id }) => id)).toContain('CF1');
  });

  test('of a word of the case finder is a sentence that it decides and one that it does not', async () => {
    const found = await entry('nl/cue/absent/geen');
    expect(found).toMatchObject({ kind: 'word', language: 'nl', role: 'cue' });
    expect(found.kind === 'word' && [found.matches, found.skips].every((each) => each !== null)).toBe(true);
  });

  test('that nobody knows is refused', async () => {
    const answer = await server.ask('GET', '/api/knowledge/entry?id=ZZ999', { as: nurse });
    expect(answer.statusCode).toBe(404);
  });
});

describe('a rule set', () => {
  test('is every topic that has rules, with numbers that exist', () => {
    expect(ruleSets(knowledge).map(({ set }) => set)).toEqual(Object.keys(parameterTopics).toSorted());
    const known = new Set(Object.keys(knowledge.parameters).map(topicOf));
    const named = Object.values(parameterTopics).flat();
    expect(named.filter((topic) => !known.has(topic))).toEqual([]);
  });

  test('has another hash when one of its rules or numbers is changed, and the same when another set is', () => {
    const hashes = (changed: typeof knowledge): Map<string, string> =>
      new Map(ruleSets(changed).map(({ set, hash }) => [set, hash]));
    const before = hashes(knowledge);
    const dx1 = knowledge.rules['DX1'];
    const [number] = parametersOf(knowledge, 'dxa');
    if (dx1 === undefined || number === undefined) throw new Error('DX1 and its numbers are gone');
    const otherRule = hashes({
      ...knowledge,
      rules: { ...knowledge.rules, DX1: { ...dx1, text: `${dx1.text} Or not.` } },
    });
    const otherNumber = hashes({
      ...knowledge,
      parameters: { ...knowledge.parameters, [number.id]: { ...number, values: [] } },
    });
    // What a physician reads before signing is the sentence in her own language.
    const otherWords = hashes({
      ...knowledge,
      rules: { ...knowledge.rules, DX1: { ...dx1, sentences: { ...dx1.sentences, nl: 'Iets anders.' } } },
    });
    for (const after of [otherRule, otherNumber, otherWords]) {
      expect(after.get('dxa')).not.toBe(before.get('dxa'));
      expect(after.get('labs')).toBe(before.get('labs'));
    }
  });
});

describe('signing', () => {
  const sign = (person: Person, body: unknown): ReturnType<TestServer['ask']> =>
    server.ask('POST', '/api/knowledge/sign-offs', { as: person, body });

  test('is for a physician: nobody else may', async () => {
    const { hash } = await setAs(nurse, 'falls');
    const answer = await sign(nurse, { set: 'falls', hash, decision: 'confirmed', note: null });
    expect(answer.json().code).toBe('wrong-role');
    expect((await setAs(nurse, 'falls')).signOff).toBeNull();
  });

  test('keeps who, when, and the content that was read', async () => {
    const { hash } = await setAs(physician, 'dxa');
    const answer = await sign(physician, {
      set: 'dxa',
      hash,
      decision: 'confirmed',
      note: 'Read with the team',
    });
    expect(answer.statusCode).toBe(201);
    expect((await setAs(nurse, 'dxa')).signOff).toMatchObject({
      state: 'signed',
      hash,
      knowledgeVersion: knowledge.version,
      note: 'Read with the team',
    });
  });

  test('is refused on content other than today’s', async () => {
    const body = { set: 'labs', hash: '0123456789abcdef', decision: 'confirmed', note: null };
    const answer = await sign(physician, body);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'changed-meanwhile']);
  });

  test('makes the drafts of the set count as read, and no others', async () => {
    const drafts = async (): Promise<readonly string[]> =>
      (await server.ask('GET', '/api/knowledge/drafts', { as: nurse })).json().drafts;
    const ofSet = (ids: readonly string[], set: string): readonly string[] =>
      ids.filter((id) => knowledge.rules[id]?.topic === set);
    const before = await drafts();
    expect(ofSet(before, 'follow-up').length).toBeGreaterThan(0);
    const { hash } = await setAs(physician, 'follow-up');
    await sign(physician, { set: 'follow-up', hash, decision: 'confirmed', note: null });
    const after = await drafts();
    expect(ofSet(after, 'follow-up')).toEqual([]);
    expect(ofSet(after, 'labs')).toEqual(ofSet(before, 'labs'));
  });

  test('lapses when a rule of the set changes, and says so', async () => {
    const { hash } = await setAs(physician, 'vfa');
    await sign(physician, { set: 'vfa', hash, decision: 'confirmed', note: null });
    await database.asOwner((client) =>
      client.query(
        "update knowledge_signoff set content_hash = '0000000000000000' where subject = 'rules:vfa'",
      ),
    );
    expect((await setAs(nurse, 'vfa')).signOff?.state).toBe('lapsed');
  });

  test('can be taken back, and both stay on record', async () => {
    const { hash } = await setAs(physician, 'pain-relief');
    const none = await sign(physician, { set: 'pain-relief', hash, decision: 'withdrawn', note: null });
    expect(none.json().code).toBe('refused');
    await sign(physician, { set: 'pain-relief', hash, decision: 'confirmed', note: null });
    await sign(physician, { set: 'pain-relief', hash, decision: 'withdrawn', note: 'New text is coming' });
    expect(await setAs(nurse, 'pain-relief')).toMatchObject({
      signOff: { state: 'withdrawn', note: 'New text is coming' },
      earlier: [{ decision: 'confirmed', hash, note: null, knowledgeVersion: knowledge.version }],
    });
    const kept = await database.in('gent', (tx) =>
      tx.db
        .selectFrom('knowledge_signoff')
        .select('decision')
        .where('subject', '=', 'rules:pain-relief')
        .orderBy('knowledge_signoff_id')
        .execute(),
    );
    expect(kept.map(({ decision }) => decision)).toEqual(['confirmed', 'withdrawn']);
  });

  test('at one hospital says nothing of another', async () => {
    const elsewhere = await server.signedInAs('luik', 'physician');
    expect((await indexAs(elsewhere)).sets.every(({ signOff }) => signOff === null)).toBe(true);
  });

  test('stands in the audit log', async () => {
    const rows = await database.in('gent', (tx) =>
      tx.db.selectFrom('audit_event').select(['action', 'object_type', 'object_id']).execute(),
    );
    expect(rows).toContainEqual({ action: 'decide', object_type: 'rule-set', object_id: 'dxa' });
  });
});
