// A case with its history as one piece of text, and back into rows: the person, the fracture, the case, its rows and notes.
// Decision: reports stay behind: they are the old hospital's, and the findings that were confirmed travel with the fracture.

import { sql } from 'kysely';
import { z } from 'zod';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import {
  addIdentifiers,
  type Identifier,
  identifiersOf,
  personByIdentifier,
} from '../../records/person-identifier.ts';
import type { Keys } from '../../secrets/keys.ts';
import { insertRows, only, type Row, rowForm, rowsOf, travelling, withCase } from './travelling-rows.ts';

const ofPerson = `family_name given_name search_name birth_date birth_precision sex language country deceased death_date
  residence life_expectancy_under_a_year able_to_decide clinical_frailty phone email address general_practitioner insurer`;
const ofFracture = `fracture_site side levels earliest_on latest_on date_basis first_seen_on last_seen_on status onset
  mechanism kinds flags genant height_loss_percent pathological periprosthetic atypical_femur admitted aftercare_only
  eligibility eligibility_reasons missing_facts evidence notes knowledge_version`;
const ofCase = `stage opened_on fracture_on urgency due_on note correction stated_site stated_status`;

const form = z.object({
  format: z.literal('breekpunt-case'),
  version: z.literal(1),
  person: rowForm,
  identifiers: z.array(z.object({ system: z.string(), assigner: z.string(), value: z.string() })),
  fracture: rowForm,
  case: rowForm,
  rows: z.record(z.string(), z.array(rowForm)),
  notes: z.array(z.object({ body: z.string(), by: z.string(), at: z.string() })),
});

/** The text; null when there is no such case here. */
export async function writeCaseFile(tx: SiteTransaction, keys: Keys, id: number): Promise<string | null> {
  const { db, site } = tx;
  const [found] = (
    await sql<{ person_id: number; person: Row; fracture: Row; of: Row }>`
      select c.person_id, to_jsonb(p) as person, to_jsonb(e) as fracture, to_jsonb(c) as "of"
        from fls_case c
        join person p on p.site_id = c.site_id and p.person_id = c.person_id
        join fracture_episode e on e.site_id = c.site_id and e.fracture_episode_id = c.fracture_episode_id
       where c.site_id = ${site} and c.fls_case_id = ${id}`.execute(db)
  ).rows;
  if (found === undefined) return null;
  const person = found.person_id;
  const rows: Record<string, Row[]> = {};
  for (const table of Object.keys(travelling) as (keyof typeof travelling)[])
    rows[table] = await rowsOf(tx, table, person, id);
  const notes = await db
    .selectFrom('case_note as n')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.site_id', '=', 'n.site_id').onRef('u.app_user_id', '=', 'n.written_by'),
    )
    .select(['n.body', 'n.written_at', 'u.display_name'])
    .where('n.site_id', '=', site)
    .where('n.fls_case_id', '=', id)
    .orderBy('n.case_note_id')
    .execute();
  const file: z.output<typeof form> = {
    format: 'breekpunt-case',
    version: 1,
    person: only(found.person, ofPerson),
    identifiers: (await identifiersOf(tx, keys, person)).map(({ system, assigner, value }) => ({
      system,
      assigner,
      value,
    })),
    fracture: only(found.fracture, ofFracture),
    case: only(found.of, ofCase),
    rows,
    notes: notes.map((note) => ({
      body: note.body,
      by: note.display_name,
      at: note.written_at.toISOString(),
    })),
  };
  return JSON.stringify(file);
}

export interface TakenIn {
  readonly person: number;
  readonly case: number;
}

export interface TakingIn {
  /** The hospital that it comes from, by name. */
  readonly from: string;
  readonly transferKey: string;
  readonly user: number;
  readonly at: Date;
}

/** Whether a text that somebody else wrote has the form of a case; what stands in its rows is judged by the database. */
export function isCaseFile(text: string): boolean {
  try {
    return form.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

/** The case as rows of this hospital, open, and whose it is: who took it in. */
export async function takeInCaseFile(
  tx: SiteTransaction,
  keys: Keys,
  text: string,
  taking: TakingIn,
): Promise<TakenIn> {
  const file = form.parse(JSON.parse(text));
  const person = await personFor(tx, keys, file);
  const [episode] = await insertRows(tx, 'fracture_episode', ofFracture, [file.fracture], {
    person_id: person,
    episode_key: `transfer ${taking.transferKey}`,
    confirmed_by: taking.user,
    confirmed_at: taking.at,
  });
  const [id] = await insertRows(tx, 'fls_case', ofCase, [file.case], {
    person_id: person,
    fracture_episode_id: episode,
    state: 'open',
    owner_id: taking.user,
    changed_by: taking.user,
    changed_at: taking.at,
  });
  if (id === undefined) throw new Error('A case that was handed over left no row');
  await takeInRows(tx, file.rows, { person, case: id }, taking);
  for (const { body, by, at } of file.notes)
    await tx.db
      .insertInto('case_note')
      .values({
        site_id: tx.site,
        fls_case_id: id,
        body: `[${taking.from}, ${by}, ${at.slice(0, 10)}] ${body}`,
        written_by: taking.user,
        written_at: taking.at,
      })
      .execute();
  return { person, case: id };
}

/** Who has one of the numbers here already, or a new record. */
async function personFor(
  tx: SiteTransaction,
  keys: Keys,
  { person, identifiers }: z.output<typeof form>,
): Promise<number> {
  const known = identifiers as Identifier[];
  for (const identifier of known) {
    // A hospital's own number means nothing at another.
    const holder = identifier.system === 'local' ? null : await personByIdentifier(tx, keys, identifier);
    if (holder !== null) return holder;
  }
  const [added] = await insertRows(tx, 'person', ofPerson, [person], {});
  if (added === undefined) throw new Error('A person who was handed over left no row');
  const national = known.filter(({ system }) => system !== 'local');
  await addIdentifiers(
    tx,
    keys,
    national.map((identifier) => ({ person: added, identifier })),
  );
  return added;
}

async function takeInRows(
  tx: SiteTransaction,
  rows: Readonly<Record<string, readonly Row[]>>,
  of: TakenIn,
  { from, transferKey, user }: TakingIn,
): Promise<void> {
  const belongs = { person_id: of.person, fls_case_id: of.case };
  const stops = new Map<unknown, number>();
  for (const stop of rows['treatment_stop'] ?? []) {
    const [added] = await insertRows(tx, 'treatment_stop', travelling.treatment_stop, [stop], belongs);
    if (added !== undefined) stops.set(stop['id'], added);
  }
  const withStop = (one: Row): Row => ({
    ...one,
    treatment_stop_id: stops.get(one['treatment_stop_id']) ?? null,
  });
  for (const table of ['injection', 'contact'] as const)
    await insertRows(tx, table, travelling[table], (rows[table] ?? []).map(withStop), belongs);
  for (const table of withCase) await insertRows(tx, table, travelling[table], rows[table] ?? [], belongs);
  await insertRows(tx, 'task', travelling.task, rows['task'] ?? [], { ...belongs, owner_id: user });
  await insertRows(
    tx,
    'lab_result',
    travelling.lab_result,
    (rows['lab_result'] ?? []).map((one) => ({
      ...one,
      source_system: `${transferKey} ${String(one['source_system'])}`,
    })),
    { person_id: of.person },
  );
  await insertRows(
    tx,
    'decision',
    travelling.decision,
    (rows['decision'] ?? []).map((one) => ({
      ...one,
      taken_over: one['taken_over'] ?? { from, by: one['by'] ?? null },
    })),
    { ...belongs, decided_by: user },
  );
}
