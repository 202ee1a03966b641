// A case with its history as one piece of text, and back into rows. Decision: PostgreSQL itself writes and reads the rows as
// JSON, over a closed list of columns; what points at an account, a message or a report of the old hospital stays behind.
// Reports stay behind too: they are the old hospital's, and the findings that were confirmed travel with the fracture.

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

/** Columns that travel, by table; the rows of a person that belong to the case or to none. */
const travelling = {
  assessment: `outcome assessed_on mode weight_kg height_cm height_at_25_cm parent_hip_fracture prior_fracture smokes
    alcohol_units_per_day glucocorticoids prednisone_mg_per_day glucocorticoid_months rheumatoid_arthritis diabetes
    menopause_age hormone_deprivation kidney_disease cardiovascular_event venous_thromboembolism upper_gut_disease
    dental_work_planned back_pain calcium_mg_per_day secondary_causes medicines further_answers source recorded_at`,
  dxa_scan: `status not_done_reason ordered_on planned_on scanned_on region side bmd_g_cm2 t_score z_score
    reference_database reference_sex device_maker device_model device_serial vertebrae_used vertebrae_excluded reimbursed_on source
    recorded_at withdrawn_at`,
  vertebra_reading: `imaging read_on level readable anterior_mm middle_mm posterior_mm height_loss_percent genant shape
    source recorded_at withdrawn_at`,
  falls_assessment: `outcome not_done_reason assessed_on falls_last_year feels_unsteady worries_about_falling
    injured_by_fall could_not_get_up lost_consciousness gait_speed_m_s timed_up_and_go_s five_chair_stands_s
    orthostatic_drop fall_risk_medicines risk_class referred_to exercise_started exercise_started_on further_answers
    source recorded_at`,
  lab_result: `source_system source_id loinc local_code name sampled_on sampled_at comparator value value_text unit
    reference_low reference_high status source recorded_at`,
  treatment_stop: `medicine_atc stopped_on because plan next_medicine_atc next_on next_by note recorded_at withdrawn_at`,
  injection: `medicine_atc due_on given_on next_due_on not_given_reason recorded_at treatment_stop_id`,
  contact: `moment channel planned_on done_on outcome medicine_started medicine_started_on still_prescribed dispensed
    exercise_started side_effects thigh_or_groin_pain dental_event new_fall new_fracture note recorded_at window_from_on
    window_until_on rules medicine_atc has_questions replied_at cancelled_at cancelled_because treatment_stop_id`,
  decision: `outcome risk_category medicine_atc dose start_planned_on referred_to reimbursement supplements inputs reasons
    knowledge_version override_reason decided_on recorded_at topic choice record taken_over`,
} as const;
type Travelling = keyof typeof travelling;

const ofPerson = `family_name given_name search_name birth_date birth_precision sex language country deceased death_date
  residence life_expectancy_under_a_year able_to_decide clinical_frailty phone email address general_practitioner insurer`;
const ofFracture = `fracture_site side levels earliest_on latest_on date_basis first_seen_on last_seen_on status onset
  mechanism kinds flags genant height_loss_percent pathological periprosthetic atypical_femur admitted aftercare_only
  eligibility eligibility_reasons missing_facts evidence notes knowledge_version`;
const ofCase = `stage opened_on fracture_on urgency due_on note correction stated_site stated_status`;

const row = z.record(z.string(), z.unknown());
type Row = z.output<typeof row>;

const form = z.object({
  format: z.literal('breekpunt-case'),
  version: z.literal(1),
  person: row,
  identifiers: z.array(z.object({ system: z.string(), assigner: z.string(), value: z.string() })),
  fracture: row,
  case: row,
  rows: z.record(z.string(), z.array(row)),
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
  for (const table of Object.keys(travelling) as Travelling[])
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

/** With its own id, by which the rows of one table name another's; and who decided, for decisions. */
async function rowsOf(tx: SiteTransaction, table: Travelling, person: number, id: number): Promise<Row[]> {
  const ofThisCase =
    table === 'lab_result' ? sql`true` : sql`(t.fls_case_id = ${id} or t.fls_case_id is null)`;
  const found = await sql<{ row: Row; by: string | null }>`
    select to_jsonb(t) as row, u.display_name as by
      from ${sql.table(table)} t
      left join app_user u on u.site_id = t.site_id
       and u.app_user_id = (to_jsonb(t) ->> 'decided_by')::bigint
     where t.site_id = ${tx.site} and t.person_id = ${person} and ${ofThisCase}
     order by ${sql.ref(`t.${table}_id`)}`.execute(tx.db);
  return found.rows.map(({ row: whole, by }) => ({
    ...only(whole, travelling[table]),
    id: whole[`${table}_id`],
    ...(by === null ? {} : { by }),
  }));
}

function only(whole: Row, columns: string): Row {
  return Object.fromEntries(columnsIn(columns).map((column) => [column, whole[column] ?? null]));
}

function columnsIn(columns: string): readonly string[] {
  return columns.split(/\s+/);
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
  for (const table of ['assessment', 'dxa_scan', 'vertebra_reading', 'falls_assessment'] as const)
    await insertRows(tx, table, travelling[table], rows[table] ?? [], belongs);
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

/** Ids, in the order of the rows. `fixed`: columns that this hospital fills itself. */
async function insertRows(
  { db, site }: SiteTransaction,
  table: string,
  columns: string,
  rows: readonly Row[],
  fixed: Readonly<Record<string, unknown>>,
): Promise<number[]> {
  const names = columnsIn(columns);
  const own = Object.entries(fixed);
  const ids: number[] = [];
  for (const one of rows) {
    const added = await sql<{ id: number }>`
      insert into ${sql.table(table)} (site_id, ${sql.join([...own.map(([name]) => name), ...names].map((name) => sql.ref(name)))})
      select ${sql.join([site, ...own.map(([, value]) => value)])}, ${sql.join(names.map((name) => sql.ref(`r.${name}`)))}
        from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(one)}::jsonb) r
      returning ${sql.ref(`${table}_id`)} as id`.execute(db);
    ids.push(...added.rows.map(({ id }) => id));
  }
  return ids;
}
