// A hospital whose patients read their guides: cases of which the team stated some facts, doors opened with a PIN, pages and
// forms as a browser without script asks for them.

import { expect } from 'vitest';
import { makeGuideLink } from '../src/guide/access/guide-link.ts';
import { type GuideFacts, noGuideFacts } from '../src/guide/facts/guide-facts.ts';
import { keepGuideFacts } from '../src/guide/facts/kept-guide-facts.ts';
import { type FoundCase, foundCase, newUser } from './found-case.ts';
import { form } from './guide-guest.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';
import { type Person, type TestServer, testServer } from './test-server.ts';

/** Reports in which the case finder finds one fracture of that kind. */
export const fractures = {
  spine: 'Recente inzakking van L1.',
  hip: 'Femurhalsfractuur rechts, behandeld met een hemiprothese.',
  wrist: 'Distale radiusfractuur links.',
} as const;

interface Entered {
  readonly path: string;
  readonly as: { readonly cookie: string };
}

export interface Reader extends Entered {
  readonly found: FoundCase;
}

export interface GuideHospital {
  readonly database: TestDatabase;
  readonly server: TestServer;
  readonly nurse: Person;
  /** Of a new patient, past the PIN. */
  reader(text: string, facts?: Partial<GuideFacts>): Promise<Reader>;
  /** A carer of that patient, past a PIN of their own. */
  carerOf(reader: Reader): Promise<Entered>;
  /** The text of a page, which must be there. */
  page(reader: Entered, at: string): Promise<string>;
  /** Where a form leads, under the guide. */
  send(reader: Entered, at: string, fields: Record<string, string>): Promise<string>;
  close(): Promise<void>;
}

export async function guideHospital(): Promise<GuideHospital> {
  const database = await testDatabase('gent');
  const server = await testServer(database);
  const nurse = await server.signedInAs('gent', 'nurse');
  let guests = 0;

  async function enter(found: FoundCase, carer: 'patient' | null): Promise<Entered> {
    guests += 1;
    const at = server.context.now();
    const made = await database.in('gent', async (tx) =>
      makeGuideLink(tx, server.context.keys, {
        person: found.person,
        case: found.id,
        language: 'nl',
        carer: carer === null ? null : { consentBy: carer, consentOn: '2026-11-20' as never },
        expiresAt: new Date(at.getTime() + 1_000_000_000),
        by: await newUser(tx, `maker-${guests}`, 'Els Verpleeg'),
        at,
      }),
    );
    const path = `/g/gent/${made.code}`;
    // A telephone each: what one types wrong is not held against another.
    const answer = await server.ask('POST', path, { ...form({ pin: made.pin }), from: `10.1.0.${guests}` });
    const [cookie] = answer.cookies;
    return { path, as: { cookie: `${cookie?.name}=${cookie?.value}` } };
  }

  return {
    database,
    server,
    nurse,
    async reader(text, facts = {}) {
      const found = await database.in('gent', async (tx) => {
        const made = await foundCase(tx, { text });
        const all = { ...noGuideFacts, ...facts };
        const kept = await keepGuideFacts(tx, made.id, 0, all, nurse.id, server.context.now());
        expect(kept.ok).toBe(true);
        return made;
      });
      return { found, ...(await enter(found, null)) };
    },
    carerOf: ({ found }) => enter(found, 'patient'),
    async page({ path, as }, at) {
      const answer = await server.ask('GET', `${path}${at}`, { as });
      expect([at, answer.statusCode]).toEqual([at, 200]);
      return answer.body;
    },
    async send({ path, as }, at, fields) {
      const answer = await server.ask('POST', `${path}${at}`, { ...form(fields), as });
      expect([at, answer.statusCode]).toEqual([at, 303]);
      return String(answer.headers['location']).slice(path.length);
    },
    async close() {
      await server.close();
      await database.close();
    },
  };
}
