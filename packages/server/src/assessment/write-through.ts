// Writes an answer to where the rest of the program reads it: the columns of the assessment and the falls assessment, the
// examinations, the laboratory, the person. Decision: the answer itself stands as an event beside it (save-answer.ts), so
// what is written here may be replaced without anything being lost.

import { unreachable, type VertebralLevel } from '@breekpunt/core';
import { type Insertable, sql } from 'kysely';
import type { DxaScanTable, VertebraReadingTable } from '../database/generated/tables.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { keepCopiesNamed } from '../records/keep-copies.ts';
import { setOnPerson } from '../records/person.ts';
import {
  type EventAnswer,
  type FieldAnswer,
  type FraxAnswer,
  type GlucocorticoidAnswer,
  type LabAnswer,
  type ScanAnswer,
  type SpineAnswer,
  scanRegions,
} from './answer.ts';
import { assessmentRulesOn } from './assessment-rules.ts';
import type { HeldCase } from './case-record.ts';
import type { Field } from './field.ts';
import type { Answering } from './save-answer.ts';
import { setInRow } from './set-in-row.ts';

type Write = (tx: SiteTransaction, record: HeldCase, answer: FieldAnswer, by: Answering) => Promise<void>;

export async function writeThrough(
  tx: SiteTransaction,
  record: HeldCase,
  field: Field,
  answer: FieldAnswer,
  by: Answering,
): Promise<void> {
  const own = byField[field.id];
  if (own !== undefined) return own(tx, record, answer, by);
  const { kind, column } = field;
  if (kind.kind === 'lab') return writeLab(tx, record, kind.test, answer, by);
  if (column === undefined) return;
  await setInRow(tx, record, column.table, { [column.column]: columnValue(field, answer) }, by);
}

/** Empty where the column cannot say "no": the event says it. */
function columnValue({ kind }: Field, answer: FieldAnswer): unknown {
  switch (kind.kind) {
    case 'yes-no':
    case 'fractures':
      return answer === null ? 'not-recorded' : answer === 'no' ? 'no' : 'yes';
    case 'choices':
      return answer === 'no' ? [] : answer;
    case 'number':
    case 'day':
    case 'choice':
      return answer === 'no' ? null : answer;
    case 'event':
    case 'lab':
    case 'scan':
    case 'spine':
    case 'frax':
    case 'glucocorticoid':
    case 'stage':
      return null;
    default:
      return unreachable(kind);
  }
}

const byField: Readonly<Record<string, Write>> = {
  assessed: async (tx, record, answer, by) => {
    const event = eventIn(answer);
    const set = { outcome: event?.outcome ?? 'partly-done', assessed_on: event?.on ?? null };
    await setInRow(tx, record, 'assessment', set, by);
  },
  'falls-assessed': async (tx, record, answer, by) => {
    const event = eventIn(answer);
    const set = {
      outcome: event?.outcome ?? 'begun',
      assessed_on: event?.on ?? null,
      not_done_reason: event?.reason ?? null,
    };
    await setInRow(tx, record, 'falls_assessment', set, by);
  },
  'exercise-started': async (tx, record, answer, by) => {
    const started = answer === null ? 'not-recorded' : answer === 'no' ? 'no' : 'yes';
    const set = { exercise_started: started, exercise_started_on: eventIn(answer)?.on ?? null };
    await setInRow(tx, record, 'falls_assessment', set, by);
  },
  glucocorticoids: async (tx, record, answer, by) => {
    const taken = answer === null || answer === 'no' ? null : (answer as GlucocorticoidAnswer);
    const set = {
      glucocorticoids: answer === null ? 'not-recorded' : answer === 'no' ? 'no' : 'yes',
      prednisone_mg_per_day: taken?.mgPerDay ?? null,
      glucocorticoid_months: taken?.months ?? null,
    };
    await setInRow(tx, record, 'assessment', set, by);
  },
  death: async (tx, { person }, answer, { at }) => {
    const deceased = answer === null ? 'not-recorded' : answer === 'no' ? 'no' : 'yes';
    const on = deceased === 'yes' ? (answer as never) : null;
    await setOnPerson(tx, person.id, { deceased, death_date: on }, at);
  },
  dxa: writeScan,
  'spine-image': writeSpine,
  frax: async (tx, record, answer, by) => {
    if (answer === null || answer === 'no') return;
    const { major, hip, country, glucocorticoids, doseAdjusted, withBoneDensity, on } = answer as FraxAnswer;
    await tx.db
      .insertInto('risk_result')
      .values({
        site_id: tx.site,
        person_id: record.person.id,
        fls_case_id: record.case,
        model: 'frax',
        model_version: 'entered',
        origin: 'entered',
        with_bone_density: withBoneDensity ? 'yes' : 'no',
        valid_on: on,
        inputs: JSON.stringify({ country, glucocorticoids, doseAdjusted }),
        result: JSON.stringify({ majorPercent: major, hipPercent: hip }),
        recorded_by: by.user,
        recorded_at: by.at,
      })
      .execute();
  },
};

function eventIn(answer: FieldAnswer): EventAnswer | null {
  return answer === null || answer === 'no' ? null : (answer as EventAnswer);
}

/** One row under the case's own name for the test; taking the answer back marks it as an error. */
async function writeLab(
  tx: SiteTransaction,
  record: HeldCase,
  test: string,
  answer: FieldAnswer,
  by: Answering,
): Promise<void> {
  const sourceId = `${record.case}-${test}`;
  await keepCopiesNamed(tx, 'lab_result', [{ source_system: ownSystem, source_id: sourceId }]);
  if (answer === null || answer === 'no') {
    await tx.db
      .updateTable('lab_result')
      .set({ status: 'entered-in-error', changed_at: sql<Date>`now()` })
      .where('site_id', '=', tx.site)
      .where('source_system', '=', ownSystem)
      .where('source_id', '=', sourceId)
      .execute();
    return;
  }
  const { value, unit, on } = answer as LabAnswer;
  const values = {
    value,
    unit,
    sampled_on: on,
    status: 'final' as const,
    recorded_by: by.user,
    recorded_at: by.at,
  };
  await tx.db
    .insertInto('lab_result')
    .values({
      site_id: tx.site,
      person_id: record.person.id,
      source_system: ownSystem,
      source_id: sourceId,
      local_code: test,
      name: test,
      source: 'manual',
      ...values,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['site_id', 'source_system', 'source_id'])
        .where('source_id', 'is not', null)
        .doUpdateSet({ ...values, changed_at: by.at }),
    )
    .execute();
}

const ownSystem = 'assessment';

/** What was entered by hand for this case before makes room; what machines sent stays. */
async function writeScan(
  tx: SiteTransaction,
  { case: id, person }: HeldCase,
  answer: FieldAnswer,
  { user, at }: Answering,
): Promise<void> {
  await tx.db
    .updateTable('dxa_scan')
    .set({ withdrawn_at: at })
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .where('source', '=', 'manual')
    .where('withdrawn_at', 'is', null)
    .execute();
  if (answer === null) return;
  const common = {
    site_id: tx.site,
    person_id: person.id,
    fls_case_id: id,
    source: 'manual',
    recorded_by: user,
    recorded_at: at,
  } as const;
  const rows: Insertable<DxaScanTable>[] =
    answer === 'no'
      ? [{ ...common, status: 'not-done', not_done_reason: 'not-made' }]
      : scanRows(answer as ScanAnswer).map((row) => ({ ...common, ...row }));
  await tx.db.insertInto('dxa_scan').values(rows).execute();
}

function scanRows({ on, maker, serial, side, scores, densities = {} }: ScanAnswer) {
  return scanRegions.flatMap((region) => {
    const [score, density] = [scores[region], densities[region]];
    return score === undefined && density === undefined
      ? []
      : [
          {
            status: 'done' as const,
            scanned_on: on,
            region,
            side: region === 'lumbar-spine' ? null : (side ?? null),
            t_score: score ?? null,
            bmd_g_cm2: density ?? null,
            device_maker: maker === 'not-recorded' ? null : maker,
            device_serial: serial ?? null,
          },
        ];
  });
}

async function writeSpine(
  tx: SiteTransaction,
  { case: id, person }: HeldCase,
  answer: FieldAnswer,
  { user, at, today }: Answering,
): Promise<void> {
  await tx.db
    .updateTable('vertebra_reading')
    .set({ withdrawn_at: at })
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .where('source', '=', 'manual')
    .where('graded_by', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
  if (answer === null || answer === 'no') return;
  const { on, imaging, whole, broken } = answer as SpineAnswer;
  const grades = new Map(broken.map(({ level, grade }) => [level, grade]));
  const levels: readonly VertebralLevel[] = whole
    ? [...new Set([...assessmentRulesOn(today).vfa.levels, ...grades.keys()])]
    : [...grades.keys()];
  if (levels.length === 0) return;
  const rows = levels.map(
    (level): Insertable<VertebraReadingTable> => ({
      site_id: tx.site,
      person_id: person.id,
      fls_case_id: id,
      imaging,
      read_on: on,
      level,
      readable: 'yes',
      genant: grades.get(level) === 0.5 ? null : (grades.get(level) ?? 0),
      suspected: grades.get(level) === 0.5,
      source: 'manual',
      recorded_by: user,
      recorded_at: at,
    }),
  );
  await tx.db.insertInto('vertebra_reading').values(rows).execute();
}
