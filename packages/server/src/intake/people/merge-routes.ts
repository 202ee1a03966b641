// Merging two records by hand, and taking them apart again.

import { z } from 'zod';
import { json, refuse } from '../../http/answer.ts';
import { type Route, siteRoute } from '../../http/route.ts';
import type { Visit } from '../../http/visit.ts';
import { personById } from '../../records/person.ts';
import { announceCases } from '../reports/announce-cases.ts';
import type { CaseEvent } from '../reports/keep-cases.ts';
import { mergePersons, unmergePersons } from './merge-persons.ts';

const params = z.strictObject({ person: z.coerce.number().int().positive() });

const merge = siteRoute({
  method: 'POST',
  url: '/api/persons/:person/merge',
  roles: ['nurse', 'lead'],
  audit: 'merge',
  params,
  body: z.strictObject({ into: z.number().int().positive() }),
  handle: async (visit, { params: { person }, body: { into } }) => {
    const { tx, user, context, today, at } = visit;
    if ((await personById(tx, person)) === null || (await personById(tx, into)) === null)
      return refuse('not-found', 'There is no such person at this hospital.');
    const merged = await mergePersons(
      tx,
      context.intake.finding(),
      { retired: person, survivor: into, by: user.id },
      { today, now: at },
    );
    if (!merged.ok) return refuse('refused', refusals[merged.error.kind], { at: 'body.into' });
    return done(visit, person, into, merged.value);
  },
});

const refusals = {
  'same-person': 'Both records are one already.',
  'already-merged': 'The first record is merged into another one already. Undo that first.',
} as const;

const unmerge = siteRoute({
  method: 'POST',
  url: '/api/persons/:person/unmerge',
  roles: ['nurse', 'lead'],
  audit: 'merge',
  params,
  handle: async (visit, { params: { person } }) => {
    const { tx, user, context, today, at } = visit;
    const events = await unmergePersons(
      tx,
      context.intake.finding(),
      { retired: person, by: user.id },
      { today, now: at },
    );
    if (events === null) return refuse('not-found', 'There is no such merged record at this hospital.');
    return done(visit, person, null, events);
  },
});

async function done({ tx, audit }: Visit, person: number, into: number | null, events: readonly CaseEvent[]) {
  await announceCases(tx, events);
  audit({
    action: 'merge',
    person,
    ...(into === null ? {} : { shown: [into] }),
    detail: { undone: into === null },
  });
  return json({ cases: [...new Set(events.map((event) => event.case))] });
}

export const mergeRoutes: readonly Route[] = [merge, unmerge];
