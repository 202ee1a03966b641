// The rows that travel with a case, by a closed list of tables and columns. Decision: PostgreSQL itself writes and reads the rows
// as JSON; what points at an account, a message or a report of the old hospital stays behind, and every table of a case is
// named here as travelling or as staying, so that a new one is not forgotten.

import { sql } from 'kysely';
import { z } from 'zod';
import type { SiteTransaction } from '../../database/site-transaction.ts';

/** Columns that travel, by table; the rows of a person that belong to the case or to none. */
export const travelling = {
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
  risk_result: `model model_version origin with_bone_density valid_on inputs result knowledge_version recorded_at`,
  acute_hip_care: `version arrived_on arrived_clock operated operated_on operated_clock operation_as_advised geriatrician
    geriatrician_on geriatrician_clock mobilised mobilised_on delirium_tested delirium nutrition_assessed discharged_on
    discharged_to home_at_120_days medicine_at_120_days source recorded_at`,
  task: `kind title due_on created_at done_at cancelled_at`,
} as const;
type Travelling = keyof typeof travelling;

/** Tables of a case that stay at the old hospital, with why. */
export const stayingTables: Readonly<Record<string, string>> = {
  verdict: 'what people said of the case finder measures it where it read',
  letter: 'a letter is signed and sent by the hospital that wrote it',
  guide_link: 'the guide is opened anew by the hospital that the patient now calls',
  diary_entry: 'written to the old team through its guide',
  guide_facts: 'what the old hospital filled into its guide',
  case_event: 'who moved the case where, by accounts of the old hospital',
  case_note: 'travels apart, with the name of who wrote it',
  saved_view: 'a list of a colleague',
  assessment_entry: 'the answers one by one; the assessment they made travels',
  spine_image: 'images are asked for where they were made; the readings travel',
  indicator_case: 'counted anew by each hospital',
  hook_card: 'what another system was shown',
  case_transfer: 'the way itself',
  finding: 'belongs to a report, and reports stay',
  fracture_episode: 'travels as the fracture of the case',
};

/** Every table whose rows travel with a case. */
export const travellingTables: readonly string[] = Object.keys(travelling);

export type Row = Readonly<Record<string, unknown>>;
export const rowForm: z.ZodType<Row> = z.record(z.string(), z.unknown());

/** Nothing in them points at another row of the file. */
export const withCase: readonly (
  | 'assessment'
  | 'dxa_scan'
  | 'vertebra_reading'
  | 'falls_assessment'
  | 'risk_result'
  | 'acute_hip_care'
)[] = ['assessment', 'dxa_scan', 'vertebra_reading', 'falls_assessment', 'risk_result', 'acute_hip_care'];

/** With its own id, by which the rows of one table name another's; and who decided, for decisions. */
export async function rowsOf(
  tx: SiteTransaction,
  table: Travelling,
  person: number,
  id: number,
): Promise<Row[]> {
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

export function only(whole: Row, columns: string): Row {
  return Object.fromEntries(columnsIn(columns).map((column) => [column, whole[column] ?? null]));
}

function columnsIn(columns: string): readonly string[] {
  return columns.split(/\s+/);
}

/** Ids, in the order of the rows. `fixed`: columns that this hospital fills itself. */
export async function insertRows(
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
