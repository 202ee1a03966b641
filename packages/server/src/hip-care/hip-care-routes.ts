// Acute hip care over HTTP: the block of one case, and a table of many from another system.

import { dischargePlaces } from '@breekpunt/integrate';
import { z } from 'zod';
import { holdCase } from '../assessment/case-record.ts';
import { noSuchCase } from '../case/no-such-case.ts';
import { announce } from '../events/announce.ts';
import { json, refuse } from '../http/answer.ts';
import { type Route, siteRoute, uploadRoute } from '../http/route.ts';
import { carers } from '../people/role.ts';
import { personByIdentifier } from '../records/person-identifier.ts';
import { addHipCares, type HipCare, type HipCareKept, hipCareOf, type KeptHipCare } from './hip-care.ts';
import { emptyHipCare, type HipCareRowProblem, readHipCareFile } from './hip-care-file.ts';
import { hipCareProblem } from './hip-care-problem.ts';
import { takeHipCare } from './take-hip-care.ts';

export interface HipCarePage {
  /** The fracture of this case is one of the hip. */
  readonly hip: boolean;
  /** All of it not recorded as long as nobody wrote anything down. */
  readonly care: HipCare;
  /** Who wrote it last; null when nobody did. */
  readonly kept: HipCareKept | null;
}

const params = z.strictObject({ case: z.coerce.number().int().positive() });
const answer = z.enum(['yes', 'no', 'not-recorded']);
const day = z.iso.date().nullable() as unknown as z.ZodType<HipCare['arrivedOn']>;
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .nullable();
const block = z.strictObject({
  arrivedOn: day,
  arrivedClock: clock,
  operated: answer,
  operatedOn: day,
  operatedClock: clock,
  operationAsAdvised: answer,
  geriatrician: answer,
  geriatricianOn: day,
  geriatricianClock: clock,
  mobilised: answer,
  mobilisedOn: day,
  deliriumTested: answer,
  delirium: answer,
  nutritionAssessed: answer,
  dischargedOn: day,
  dischargedTo: z.enum(dischargePlaces).nullable(),
  homeAt120Days: answer,
  medicineAt120Days: answer,
});

const show = siteRoute({
  method: 'GET',
  url: '/api/cases/:case/hip-care',
  roles: carers,
  audit: 'view',
  params,
  handle: async ({ tx, audit }, { params: { case: id } }) => {
    const row = await tx.db
      .selectFrom('fls_case')
      .select(['person_id', 'place_group'])
      .where('site_id', '=', tx.site)
      .where('fls_case_id', '=', id)
      .executeTakeFirst();
    if (row === undefined) return noSuchCase();
    audit({ action: 'view', person: row.person_id, object: { type: 'case', id: String(id) } });
    const page: HipCarePage = { hip: row.place_group === 'hip', ...apart(await hipCareOf(tx, id)) };
    return json(page);
  },
});

function apart(found: KeptHipCare | null): Pick<HipCarePage, 'care' | 'kept'> {
  if (found === null) return { care: emptyHipCare, kept: null };
  const { version, by, at, source, ...care } = found;
  return { care, kept: { version, by, at, source } };
}

const save = siteRoute({
  method: 'PUT',
  url: '/api/cases/:case/hip-care',
  roles: carers,
  audit: 'change',
  params,
  body: z.strictObject({ onVersion: z.number().int().nonnegative(), care: block }),
  handle: async ({ tx, user, at, today, audit }, { params: { case: id }, body }) => {
    const held = await holdCase(tx, id);
    if (held === null) return noSuchCase();
    const kept = await hipCareOf(tx, id);
    if ((kept?.version ?? 0) !== body.onVersion)
      return refuse('changed-meanwhile', 'Somebody else changed this block meanwhile. Read it again.', {
        care: kept,
      });
    const problem = hipCareProblem(body.care, today);
    if (problem !== null)
      return refuse('refused', 'The acute care holds something that cannot be.', {
        at: `body.care.${problem.field}`,
        problem,
      });
    const version = body.onVersion + 1;
    await addHipCares(tx, [
      { case: id, person: held.person.id, version, care: body.care, source: 'manual', by: user.id, at },
    ]);
    audit({
      action: 'change',
      person: held.person.id,
      object: { type: 'case', id: String(id) },
      detail: { step: 'hip-care', version },
    });
    await announce(tx, { topic: 'case', change: 'changed', id });
    return json({ version });
  },
});

/** What became of a table. */
export interface HipCareTaken {
  readonly rows: number;
  readonly taken: number;
  readonly unchanged: number;
  readonly problems: readonly (
    | HipCareRowProblem
    | {
        readonly row: number;
        readonly expected: 'a-known-patient' | 'a-hip-fracture-of-these-days' | 'what-can-be';
      }
  )[];
}

const take = uploadRoute({
  method: 'POST',
  url: '/api/hip-care/file',
  roles: ['nurse', 'lead', 'it', 'machine'],
  audit: 'import',
  upTo: 10_000_000,
  query: z.strictObject({
    /** Who gives the numbers out; a national number when the system says so. */
    system: z.enum(['local', 'be-insz', 'nl-bsn']).default('local'),
    assigner: z.string().max(200).default(''),
  }),
  handle: async (visit, { query, body }) => {
    const { rows, problems } = readHipCareFile(body.toString('utf8'));
    const found: HipCareTaken['problems'][number][] = [...problems];
    const persons = new Set<number>();
    let [taken, unchanged] = [0, 0];
    const origin = { source: 'import', by: visit.user.id } as const;
    const moment = { today: visit.today, now: visit.at };
    for (const row of rows) {
      const person = await personByIdentifier(visit.tx, visit.context.keys, { ...query, value: row.number });
      const outcome =
        person === null
          ? 'a-known-patient'
          : await takeHipCare(visit.tx, person, row.arrivedOn, row.said, origin, moment);
      if (outcome === 'taken') taken++;
      else if (outcome === 'unchanged') unchanged++;
      else found.push({ row: row.row, expected: outcome });
      if (person !== null && outcome === 'taken') persons.add(person);
    }
    visit.audit({
      action: 'import',
      shown: [...persons],
      object: { type: 'hip-care', id: 'file' },
      detail: { rows: rows.length + problems.length, taken, rejects: found.length },
    });
    const answered: HipCareTaken = {
      rows: rows.length + problems.length,
      taken,
      unchanged,
      problems: found.toSorted((a, b) => a.row - b.row).slice(0, 200),
    };
    return json(answered);
  },
});

export const hipCareRoutes: readonly Route[] = [show, save, take];
