// A patient with something in every table that FHIR is written from, for tests about what goes out.

import { sql } from 'kysely';
import type { SiteTransaction } from '../src/database/site-transaction.ts';
import { addIdentifier } from '../src/records/person-identifier.ts';
import { type FoundCase, foundCase, newUser } from './found-case.ts';
import { testKeys } from './test-database.ts';

export interface FilledRecord extends FoundCase {
  readonly physician: number;
  readonly insz: string;
}

/** Invented, with a right check digit. */
const insz = '41031200122';

export async function filledRecord(tx: SiteTransaction, login: string): Promise<FilledRecord> {
  const found = await foundCase(tx);
  const physician = await newUser(tx, login, 'An Arts');
  const { id, person } = found;
  for (const identifier of [
    { system: 'be-insz', assigner: '', value: insz },
    { system: 'local', assigner: 'HIS', value: `N-${person}` },
    { system: 'local', assigner: 'urn:hospital', value: `U-${person}` },
  ] as const)
    await addIdentifier(tx, testKeys, person, identifier);
  const { site } = tx;
  const statements = [
    sql`update person set phone = '+32 9 000 00 00', email = 'maria@example.org', address = 'Straat 1, Gent',
          general_practitioner = 'Dr. Huis', country = 'BE' where site_id = ${site} and person_id = ${person}`,
    sql`insert into dxa_scan (site_id, person_id, fls_case_id, status, scanned_on, region, side, bmd_g_cm2, t_score, z_score, device_maker, source)
        values (${site}, ${person}, ${id}, 'done', '2026-10-01', 'femoral-neck', 'left', 0.61, -2.7, -1.2, 'Hologic', 'manual'),
               (${site}, ${person}, ${id}, 'done', '2026-10-01', 'lumbar-spine', null, null, -1.9, null, null, 'fhir'),
               (${site}, ${person}, ${id}, 'done', '2026-10-01', 'total-hip', 'right', 0.7, -2.1, null, null, 'fhir'),
               (${site}, ${person}, ${id}, 'done', '2026-10-01', 'other', null, 0.5, null, -0.4, null, 'fhir')`,
    sql`insert into dxa_scan (site_id, person_id, fls_case_id, status, ordered_on, planned_on, source)
        values (${site}, ${person}, ${id}, 'planned', '2026-11-02', '2026-12-01', 'manual')`,
    sql`insert into vertebra_reading (site_id, person_id, fls_case_id, imaging, read_on, level, readable, anterior_mm, middle_mm, posterior_mm, height_loss_percent, genant, shape, graded_by, source)
        values (${site}, ${person}, ${id}, 'vfa', '2026-10-02', 'L1', 'yes', 18.1, 20, 25.5, 29.1, 2, 'wedge', 'VF1', 'manual'),
               (${site}, ${person}, ${id}, 'vfa', '2026-10-02', 'T4', 'no', null, null, null, null, null, null, null, 'manual')`,
    sql`insert into lab_result (site_id, person_id, source_system, source_id, loinc, local_code, name, sampled_on, sampled_at, comparator, value, value_text, unit, reference_low, reference_high, status, source)
        values (${site}, ${person}, 'lab', 'L1', '1989-3', 'VITD', '25-OH vitamine D', '2026-10-03', '2026-10-03T07:30:00Z', null, 42, null, 'nmol/L', 50, 125, 'final', 'hl7v2'),
               (${site}, ${person}, 'lab', 'L2', null, 'CRP', 'CRP', null, null, '<', 5, 'normaal', 'mg/L', null, 5, 'preliminary', 'hl7v2'),
               (${site}, ${person}, 'lab', 'L3', null, null, '', '2026-10-03', null, null, null, 'zie tekst', null, null, null, 'corrected', 'fhir'),
               (${site}, ${person}, 'lab', 'L4', '2885-2', null, 'Eiwit', '2026-10-03', null, null, null, null, null, null, null, 'cancelled', 'fhir')`,
    sql`insert into risk_result (site_id, person_id, fls_case_id, model, model_version, origin, with_bone_density, valid_on, inputs, result)
        values (${site}, ${person}, ${id}, 'frax', 'entered', 'entered', 'yes', '2026-10-04', '{}', '{"majorPercent": 21.5}')`,
    sql`insert into falls_assessment (site_id, person_id, fls_case_id, outcome, assessed_on, falls_last_year, gait_speed_m_s, timed_up_and_go_s, risk_class, source)
        values (${site}, ${person}, ${id}, 'done', '2026-10-05', 2, 0.8, 14.5, 'high', 'manual')`,
    sql`insert into decision (site_id, person_id, fls_case_id, outcome, medicine_atc, choice, dose, start_planned_on, inputs, reasons, knowledge_version, decided_on, decided_by)
        values (${site}, ${person}, ${id}, 'medicine', 'M05BX04', 'denosumab', '60 mg', '2026-11-01', '{}', '[]', 'test', '2026-10-10', ${physician})`,
    sql`insert into decision (site_id, person_id, fls_case_id, outcome, referred_to, inputs, reasons, knowledge_version, decided_on, decided_by)
        values (${site}, ${person}, ${id}, 'referred', 'Endocrinologie', '{}', '[]', 'test', '2026-10-10', ${physician})`,
    sql`insert into contact (site_id, person_id, fls_case_id, moment, channel, planned_on, done_on, outcome)
        values (${site}, ${person}, ${id}, '16-weeks', 'phone', '2027-02-01', null, null),
               (${site}, ${person}, ${id}, '3-months', 'phone', '2026-11-01', '2026-11-03', 'not-reached')`,
    sql`insert into contact (site_id, person_id, fls_case_id, moment, planned_on, window_from_on, window_until_on, medicine_atc, owner_id, cancelled_at, cancelled_because)
        values (${site}, ${person}, ${id}, 'injection', '2026-05-02', '2026-04-20', '2026-05-10', 'M05BX04', ${physician}, '2026-05-01T08:00:00Z', 'not-owed')`,
    sql`insert into treatment_stop (site_id, person_id, fls_case_id, medicine_atc, stopped_on, because, plan, next_medicine_atc, next_on)
        values (${site}, ${person}, ${id}, 'H05AA02', '2026-09-01', 'course-ended', 'drug', 'M05BA08', '2026-09-15')`,
    sql`update fls_case set state = 'open' where site_id = ${site} and fls_case_id = ${id}`,
    sql`insert into injection (site_id, person_id, fls_case_id, medicine_atc, due_on, given_on, next_due_on, arranged_on)
        values (${site}, ${person}, ${id}, 'M05BX04', '2025-11-01', '2025-11-02', '2026-05-02', null),
               (${site}, ${person}, ${id}, 'M05BX04', '2026-05-02', null, null, '2026-12-03')`,
    sql`insert into task (site_id, person_id, fls_case_id, kind, title, due_on, owner_id, created_by)
        values (${site}, ${person}, ${id}, 'call', 'Bel terug', '2026-11-25', ${physician}, ${physician})`,
    sql`insert into appointment (site_id, person_id, source_system, source_id, status, starts_at, duration_minutes, reason, place)
        values (${site}, ${person}, 'HIS', 'A1', 'booked', '2026-12-01T09:00:00Z', 20, 'DXA', 'Route 12'),
               (${site}, ${person}, 'HIS', 'A2', 'changed', '2026-12-02T09:00:00Z', null, null, null),
               (${site}, ${person}, 'HIS', 'A3', 'cancelled', null, null, null, null),
               (${site}, ${person}, 'HIS', 'A4', 'no-show', null, null, null, null)`,
    sql`insert into care_event (site_id, person_id, kind, source_system, source_id, code_system, code, name, status, started_on, ended_on)
        values (${site}, ${person}, 'medicine', 'fhir', 'MedicationStatement/1', 'atc', 'M05BA04', 'alendronaat', 'active', '2024-01-01', null),
               (${site}, ${person}, 'medicine', 'fhir', 'MedicationRequest/2', 'http://www.nlm.nih.gov/research/umls/rxnorm', '904419', 'Alendronic acid', 'stopped', '2023-01-01', null),
               (${site}, ${person}, 'medicine', 'fhir', 'MedicationAdministration/3', null, null, 'infuus', 'completed', '2025-01-01', '2025-01-01'),
               (${site}, ${person}, 'procedure', 'fhir', 'Procedure/4', 'snomed-ct', '312681000', 'DXA', 'completed', '2026-10-01', null),
               (${site}, ${person}, 'stay', 'fhir', 'Encounter/5', null, null, 'opname', 'not-recorded', '2026-09-01', '2026-09-08')`,
    sql`insert into finding (site_id, person_id, source, code_system, code, stated_on, onset_on, kind, fracture_site, presence, experiencer, fracture_time, knowledge_version)
        values (${site}, ${person}, 'code', 'icd-10-cm-be', 'S32.010A', '2026-11-12', '2026-11-10', 'fracture', 'vertebra.lumbar', 'present', 'patient', 'acute', 'test')`,
    sql`insert into letter (site_id, person_id, fls_case_id, kind, language, recipient, content, content_version, created_by, signed_by, signed_at, document)
        values (${site}, ${person}, ${id}, 'general-practitioner', 'nl', 'general-practitioner',
                '{"title":"Brief aan de huisarts","sections":[{"id":"a","heading":"Besluit","body":"T-score < -2,5 & breuk\\nTweede regel"}]}', 'test',
                ${physician}, ${physician}, '2026-11-15T10:00:00Z', '\\x255044462d312e37')`,
    sql`insert into acute_hip_care (site_id, person_id, fls_case_id, version, arrived_on, arrived_clock, operated, operated_on,
               operated_clock, operation_as_advised, geriatrician, geriatrician_on, mobilised, mobilised_on, delirium_tested,
               delirium, nutrition_assessed, discharged_on, discharged_to, home_at_120_days, medicine_at_120_days, source)
        values (${site}, ${person}, ${id}, 1, '2026-10-01', '22:30', 'yes', '2026-10-02', '09:15', 'yes', 'yes', '2026-10-02',
                'yes', '2026-10-03', 'yes', 'no', 'no', '2026-10-12', 'rehabilitation', 'yes', 'no', 'manual')`,
    sql`insert into report (site_id, person_id, source_system, source_id, kind, reported_on, language, body, status, triage)
        values (${site}, ${person}, 'fhir', 'DocumentReference/9', 'ontslagbrief', '2026-11-10', 'nl', 'Opname wegens val.', 'final', 'none')`,
  ];
  for (const statement of statements) await statement.execute(tx.db);
  return { ...found, physician, insz };
}
