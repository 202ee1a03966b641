// The answer that a column of the record gives to a question. A column that is empty answers nothing.

import type { Answer } from '@breekpunt/core';
import type { Assessment } from '../records/assessment.ts';
import type { FallsRecord } from '../records/falls-assessment.ts';
import type { FieldAnswer } from './answer.ts';
import type { CaseRecord } from './case-record.ts';
import type { Field } from './field.ts';

const assessmentColumns: Readonly<Record<string, (row: Assessment) => unknown>> = {
  mode: ({ mode }) => mode,
  prior_fracture: ({ priorFracture }) => (priorFracture === 'no' ? 'no' : null),
  weight_kg: ({ weightKg }) => weightKg,
  height_cm: ({ heightCm }) => heightCm,
  height_at_25_cm: ({ heightAt25Cm }) => heightAt25Cm,
  menopause_age: ({ menopauseAge }) => menopauseAge,
  parent_hip_fracture: ({ parentHipFracture }) => answered(parentHipFracture),
  smokes: ({ smokes }) => answered(smokes),
  alcohol_units_per_day: ({ alcoholUnitsPerDay }) => alcoholUnitsPerDay,
  glucocorticoids: (row) => glucocorticoidsIn(row),
  rheumatoid_arthritis: ({ rheumatoidArthritis }) => answered(rheumatoidArthritis),
  diabetes: ({ diabetes }) => answered(diabetes),
  hormone_deprivation: ({ hormoneDeprivation }) => answered(hormoneDeprivation),
  kidney_disease: ({ kidneyDisease }) => answered(kidneyDisease),
  upper_gut_disease: ({ upperGutDisease }) => answered(upperGutDisease),
  back_pain: ({ backPain }) => answered(backPain),
  calcium_mg_per_day: ({ calciumMgPerDay }) => calciumMgPerDay,
  cardiovascular_event: ({ cardiovascularEvent }) => answered(cardiovascularEvent),
  venous_thromboembolism: ({ venousThromboembolism }) => answered(venousThromboembolism),
  dental_work_planned: ({ dentalWorkPlanned }) => answered(dentalWorkPlanned),
};

const fallsColumns: Readonly<Record<string, (row: FallsRecord) => unknown>> = {
  falls_last_year: ({ fallsLastYear }) => fallsLastYear,
  feels_unsteady: ({ feelsUnsteady }) => answered(feelsUnsteady),
  worries_about_falling: ({ worriesAboutFalling }) => answered(worriesAboutFalling),
  injured_by_fall: ({ injuredByFall }) => answered(injuredByFall),
  could_not_get_up: ({ couldNotGetUp }) => answered(couldNotGetUp),
  lost_consciousness: ({ lostConsciousness }) => answered(lostConsciousness),
  gait_speed_m_s: ({ gaitSpeed }) => gaitSpeed,
  timed_up_and_go_s: ({ timedUpAndGo }) => timedUpAndGo,
  five_chair_stands_s: ({ fiveChairStands }) => fiveChairStands,
  orthostatic_drop: ({ orthostaticDrop }) => answered(orthostaticDrop),
  fall_risk_medicines: ({ fallRiskMedicines }) =>
    fallRiskMedicines === null ? null : fallRiskMedicines.length === 0 ? 'no' : fallRiskMedicines,
};

export function columnAnswer({ column }: Field, { assessment, falls }: CaseRecord): FieldAnswer {
  switch (column?.table) {
    case 'assessment':
      return (assessment === null ? null : assessmentColumns[column.column]?.(assessment)) as FieldAnswer;
    case 'falls_assessment':
      return (falls === null ? null : fallsColumns[column.column]?.(falls)) as FieldAnswer;
    case undefined:
      return null;
  }
}

function answered(answer: Answer): true | 'no' | null {
  return answer === 'yes' ? true : answer === 'no' ? 'no' : null;
}

/** "Yes" without a dose is no answer to how much. */
function glucocorticoidsIn({ glucocorticoids, prednisoneMgPerDay, glucocorticoidMonths }: Assessment) {
  if (glucocorticoids === 'no') return 'no';
  if (prednisoneMgPerDay === null || glucocorticoidMonths === null) return null;
  return { mgPerDay: prednisoneMgPerDay, months: glucocorticoidMonths };
}
