// The assessment of a patient: how it went, and what was asked. A question that nobody answered is not recorded, and
// never a no.

import type { Answer, CalendarDate } from '@breekpunt/core';
import type { Insertable, Selectable } from 'kysely';
import type { AssessmentTable } from '../database/generated/tables.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { inPortions } from './in-portions.ts';
import type { OfPerson, Recorded } from './recorded.ts';

export interface NewAssessment extends OfPerson, Recorded {
  readonly case: number;
  readonly outcome: 'done' | 'partly-done' | 'declined' | 'unreachable' | 'deceased-before';
  readonly assessedOn: CalendarDate | null;
  readonly mode: 'clinic' | 'ward' | 'phone' | 'video' | 'home' | 'records' | null;
  readonly weightKg: number | null;
  readonly heightCm: number | null;
  /** As remembered. */
  readonly heightAt25Cm: number | null;
  readonly parentHipFracture: Answer;
  readonly priorFracture: Answer;
  readonly smokes: Answer;
  readonly alcoholUnitsPerDay: number | null;
  readonly glucocorticoids: Answer;
  /** Or what is equal to it. */
  readonly prednisoneMgPerDay: number | null;
  readonly glucocorticoidMonths: number | null;
  readonly rheumatoidArthritis: Answer;
  readonly diabetes: Answer;
  readonly menopauseAge: number | null;
  readonly hormoneDeprivation: Answer;
  readonly kidneyDisease: Answer;
  readonly cardiovascularEvent: Answer;
  readonly venousThromboembolism: Answer;
  readonly upperGutDisease: Answer;
  readonly dentalWorkPlanned: Answer;
  readonly backPain: Answer;
  readonly calciumMgPerDay: number | null;
  /** Null when nobody asked; empty when asked and there is none. */
  readonly secondaryCauses: readonly string[] | null;
}

export interface Assessment extends NewAssessment {
  readonly id: number;
}

export async function addAssessments(tx: SiteTransaction, rows: readonly NewAssessment[]): Promise<void> {
  await inPortions(rows, (portion) =>
    tx.db
      .insertInto('assessment')
      .values(portion.map((row) => columnsOf(tx.site, row)))
      .execute(),
  );
}

/** Oldest first; those without a day last. */
export async function assessmentsOf(tx: SiteTransaction, person: number): Promise<Assessment[]> {
  const rows = await tx.db
    .selectFrom('assessment')
    .selectAll()
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .orderBy('assessed_on')
    .orderBy('assessment_id')
    .execute();
  return rows.map(recordFrom);
}

function columnsOf(site: string, row: NewAssessment): Insertable<AssessmentTable> {
  return {
    site_id: site,
    person_id: row.person,
    fls_case_id: row.case,
    outcome: row.outcome,
    assessed_on: row.assessedOn,
    mode: row.mode,
    weight_kg: row.weightKg,
    height_cm: row.heightCm,
    height_at_25_cm: row.heightAt25Cm,
    parent_hip_fracture: row.parentHipFracture,
    prior_fracture: row.priorFracture,
    smokes: row.smokes,
    alcohol_units_per_day: row.alcoholUnitsPerDay,
    glucocorticoids: row.glucocorticoids,
    prednisone_mg_per_day: row.prednisoneMgPerDay,
    glucocorticoid_months: row.glucocorticoidMonths,
    rheumatoid_arthritis: row.rheumatoidArthritis,
    diabetes: row.diabetes,
    menopause_age: row.menopauseAge,
    hormone_deprivation: row.hormoneDeprivation,
    kidney_disease: row.kidneyDisease,
    cardiovascular_event: row.cardiovascularEvent,
    venous_thromboembolism: row.venousThromboembolism,
    upper_gut_disease: row.upperGutDisease,
    dental_work_planned: row.dentalWorkPlanned,
    back_pain: row.backPain,
    calcium_mg_per_day: row.calciumMgPerDay,
    secondary_causes: row.secondaryCauses === null ? null : [...row.secondaryCauses],
    source: row.source,
    recorded_by: row.recordedBy,
    recorded_at: row.recordedAt,
  };
}

function recordFrom(row: Selectable<AssessmentTable>): Assessment {
  return {
    id: row.assessment_id,
    person: row.person_id,
    case: row.fls_case_id,
    outcome: row.outcome,
    assessedOn: row.assessed_on,
    mode: row.mode,
    weightKg: row.weight_kg,
    heightCm: row.height_cm,
    heightAt25Cm: row.height_at_25_cm,
    parentHipFracture: row.parent_hip_fracture,
    priorFracture: row.prior_fracture,
    smokes: row.smokes,
    alcoholUnitsPerDay: row.alcohol_units_per_day,
    glucocorticoids: row.glucocorticoids,
    prednisoneMgPerDay: row.prednisone_mg_per_day,
    glucocorticoidMonths: row.glucocorticoid_months,
    rheumatoidArthritis: row.rheumatoid_arthritis,
    diabetes: row.diabetes,
    menopauseAge: row.menopause_age,
    hormoneDeprivation: row.hormone_deprivation,
    kidneyDisease: row.kidney_disease,
    cardiovascularEvent: row.cardiovascular_event,
    venousThromboembolism: row.venous_thromboembolism,
    upperGutDisease: row.upper_gut_disease,
    dentalWorkPlanned: row.dental_work_planned,
    backPain: row.back_pain,
    calciumMgPerDay: row.calcium_mg_per_day,
    secondaryCauses: row.secondary_causes,
    source: row.source,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  };
}
