// Written by packages/server/scripts/write-pages.ts from the migrations; change those.

import type { Answer, CalendarDate, FractureSite, VertebralLevel } from '@breekpunt/core';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** Read as a value; written as JSON text. */
type Json = ColumnType<unknown, string, string>;
type JsonWithDefault = ColumnType<unknown, string | undefined, string>;

export interface AccessTokenTable {
  readonly site_id: string;
  readonly token_hash: Buffer;
  readonly connected_system_id: number;
  readonly scopes: readonly string[];
  readonly created_at: Generated<Date>;
  readonly expires_at: Date;
}

export interface AcuteHipCareTable {
  readonly site_id: string;
  readonly acute_hip_care_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly fls_case_id: number;
  readonly version: number;
  readonly arrived_on: CalendarDate | null;
  readonly arrived_clock: string | null;
  readonly operated: Generated<Answer>;
  readonly operated_on: CalendarDate | null;
  readonly operated_clock: string | null;
  readonly operation_as_advised: Generated<Answer>;
  readonly geriatrician: Generated<Answer>;
  readonly geriatrician_on: CalendarDate | null;
  readonly geriatrician_clock: string | null;
  readonly mobilised: Generated<Answer>;
  readonly mobilised_on: CalendarDate | null;
  readonly delirium_tested: Generated<Answer>;
  readonly delirium: Generated<Answer>;
  readonly nutrition_assessed: Generated<Answer>;
  readonly discharged_on: CalendarDate | null;
  readonly discharged_to: 'home' | 'rehabilitation' | 'care-home' | 'other-hospital' | 'died' | 'other' | null;
  readonly home_at_120_days: Generated<Answer>;
  readonly medicine_at_120_days: Generated<Answer>;
  readonly source: 'manual' | 'fhir' | 'hl7v2' | 'report' | 'import';
  readonly recorded_by: number | null;
  readonly recorded_at: Generated<Date>;
}

export interface AppUserTable {
  readonly site_id: string;
  readonly app_user_id: GeneratedAlways<number>;
  readonly login: string;
  readonly display_name: string;
  readonly role: 'nurse' | 'physician' | 'lead' | 'it' | 'auditor' | 'machine';
  readonly password_hash: string | null;
  readonly second_factor: Buffer | null;
  readonly oidc_subject: string | null;
  readonly language: 'nl' | 'fr' | 'de' | 'en' | null;
  readonly failed_sign_ins: Generated<number>;
  readonly locked_until: Date | null;
  readonly signed_in_at: Date | null;
  readonly active: Generated<boolean>;
  readonly created_at: Generated<Date>;
  readonly version: Generated<number>;
  readonly second_factor_step: number | null;
  readonly must_change_password: Generated<boolean>;
  readonly changed_at: Generated<Date>;
  readonly fhir_scopes: Generated<readonly string[]>;
}

export interface AppointmentTable {
  readonly site_id: string;
  readonly appointment_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly source_system: string;
  readonly source_id: string;
  readonly status: 'booked' | 'changed' | 'cancelled' | 'no-show';
  readonly starts_at: Date | null;
  readonly duration_minutes: number | null;
  readonly reason: string | null;
  readonly place: string | null;
  readonly sent_at: Date | null;
  readonly inbox_message_id: number | null;
  readonly recorded_at: Generated<Date>;
  readonly changed_at: Generated<Date>;
  readonly calendar_sequence: Generated<number>;
}

export interface AssessmentTable {
  readonly site_id: string;
  readonly assessment_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly fls_case_id: number;
  readonly outcome: 'done' | 'partly-done' | 'declined' | 'unreachable' | 'deceased-before';
  readonly assessed_on: CalendarDate | null;
  readonly mode: 'clinic' | 'ward' | 'phone' | 'video' | 'home' | 'records' | null;
  readonly weight_kg: number | null;
  readonly height_cm: number | null;
  readonly height_at_25_cm: number | null;
  readonly parent_hip_fracture: Generated<Answer>;
  readonly prior_fracture: Generated<Answer>;
  readonly smokes: Generated<Answer>;
  readonly alcohol_units_per_day: number | null;
  readonly glucocorticoids: Generated<Answer>;
  readonly prednisone_mg_per_day: number | null;
  readonly glucocorticoid_months: number | null;
  readonly rheumatoid_arthritis: Generated<Answer>;
  readonly diabetes: Generated<Answer>;
  readonly menopause_age: number | null;
  readonly hormone_deprivation: Generated<Answer>;
  readonly kidney_disease: Generated<Answer>;
  readonly cardiovascular_event: Generated<Answer>;
  readonly venous_thromboembolism: Generated<Answer>;
  readonly upper_gut_disease: Generated<Answer>;
  readonly dental_work_planned: Generated<Answer>;
  readonly back_pain: Generated<Answer>;
  readonly calcium_mg_per_day: number | null;
  readonly secondary_causes: readonly string[] | null;
  readonly medicines: Json | null;
  readonly further_answers: JsonWithDefault;
  readonly source: 'manual' | 'fhir' | 'hl7v2' | 'report' | 'import';
  readonly recorded_by: number | null;
  readonly recorded_at: Generated<Date>;
  readonly version: Generated<number>;
}

export interface AssessmentEntryTable {
  readonly site_id: string;
  readonly assessment_entry_id: GeneratedAlways<number>;
  readonly fls_case_id: number;
  readonly field: string;
  readonly version: number;
  readonly answer: Json | null;
  readonly recorded_by: number;
  readonly recorded_at: Generated<Date>;
}

export interface AuditEventTable {
  readonly site_id: string;
  readonly sequence: number;
  readonly at: Date;
  readonly actor_kind: 'user' | 'patient' | 'system' | 'unknown';
  readonly app_user_id: number | null;
  readonly on_behalf_of_id: number | null;
  readonly action: string;
  readonly outcome: 'done' | 'refused' | 'failed';
  readonly person_id: number | null;
  readonly shown_person_ids: Generated<readonly number[]>;
  readonly object_type: string | null;
  readonly object_id: string | null;
  readonly detail: JsonWithDefault;
  readonly break_glass_reason: string | null;
  readonly address: string | null;
  readonly previous_seal: Buffer;
  readonly seal: Buffer;
}

export interface AuditHeadTable {
  readonly site_id: string;
  readonly sequence: number;
  readonly seal: Buffer;
  readonly head_seal: Buffer;
}

export interface CalendarFeedTable {
  readonly site_id: string;
  readonly calendar_feed_id: GeneratedAlways<number>;
  readonly app_user_id: number;
  readonly token_hash: Buffer;
  readonly created_at: Generated<Date>;
  readonly last_read_at: Date | null;
  readonly revoked_at: Date | null;
}

export interface CareEventTable {
  readonly site_id: string;
  readonly care_event_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly kind: 'medicine' | 'procedure' | 'stay';
  readonly source_system: string;
  readonly source_id: string;
  readonly code_system: string | null;
  readonly code: string | null;
  readonly name: string;
  readonly status: 'planned' | 'active' | 'completed' | 'stopped' | 'entered-in-error' | 'not-recorded';
  readonly started_on: CalendarDate | null;
  readonly ended_on: CalendarDate | null;
  readonly inbox_message_id: number | null;
  readonly recorded_at: Generated<Date>;
  readonly changed_at: Generated<Date>;
}

export interface CaseEventTable {
  readonly site_id: string;
  readonly case_event_id: GeneratedAlways<number>;
  readonly fls_case_id: number;
  readonly kind: 'assigned' | 'moved' | 'due';
  readonly before_value: string | null;
  readonly after_value: string | null;
  readonly done_by: number;
  readonly done_at: Generated<Date>;
}

export interface CaseNoteTable {
  readonly site_id: string;
  readonly case_note_id: GeneratedAlways<number>;
  readonly fls_case_id: number;
  readonly body: string;
  readonly written_by: number;
  readonly written_at: Generated<Date>;
}

export interface CaseTransferTable {
  readonly site_id: string;
  readonly case_transfer_id: GeneratedAlways<number>;
  readonly transfer_key: string;
  readonly direction: 'out' | 'in';
  readonly other_site: string;
  readonly other_name: string;
  readonly person_id: number | null;
  readonly fls_case_id: number | null;
  readonly consent_by: 'patient' | 'representative';
  readonly sealed: Buffer | null;
  readonly state: 'sent' | 'delivered' | 'waiting' | 'taken-in';
  readonly done_by: number | null;
  readonly made_at: Generated<Date>;
  readonly done_at: Date | null;
}

export interface ColumnMappingTable {
  readonly site_id: string;
  readonly headers: string;
  readonly mapping: Json;
  readonly changed_by: number | null;
  readonly changed_at: Generated<Date>;
  readonly shape: JsonWithDefault;
}

export interface ConnectedSystemTable {
  readonly site_id: string;
  readonly connected_system_id: GeneratedAlways<number>;
  readonly app_user_id: number;
  readonly name: string;
  readonly client_code: string;
  readonly issuer: string | null;
  readonly jwks_url: string | null;
  readonly jwks: Json | null;
  readonly fhir_base: string | null;
  readonly hosts: Generated<readonly string[]>;
  readonly network: Generated<'public' | 'own'>;
  readonly scopes: Generated<readonly string[]>;
  readonly patient_system: string | null;
  readonly patient_assigner: string | null;
  readonly launch_client: string | null;
  readonly launch_secret: Buffer | null;
  readonly login_claim: Generated<string>;
  readonly created_by: number | null;
  readonly created_at: Generated<Date>;
  readonly changed_at: Generated<Date>;
  readonly ended_at: Date | null;
  readonly version: Generated<number>;
}

export interface ContactTable {
  readonly site_id: string;
  readonly contact_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly fls_case_id: number | null;
  readonly moment: '3-months' | '16-weeks' | '6-months' | '52-weeks' | 'yearly' | 'injection' | 'judge-again' | 'course-end' | 'following-drug' | 'unplanned';
  readonly channel: 'clinic' | 'phone' | 'video' | 'letter' | 'message' | 'home' | 'records' | 'guide' | null;
  readonly planned_on: CalendarDate | null;
  readonly done_on: CalendarDate | null;
  readonly outcome: 'reached' | 'not-reached' | 'declined' | 'deceased' | 'moved-away' | null;
  readonly medicine_started: Generated<Answer>;
  readonly medicine_started_on: CalendarDate | null;
  readonly still_prescribed: Generated<Answer>;
  readonly dispensed: Generated<Answer>;
  readonly exercise_started: Generated<Answer>;
  readonly side_effects: Generated<Answer>;
  readonly thigh_or_groin_pain: Generated<Answer>;
  readonly dental_event: Generated<Answer>;
  readonly new_fall: Generated<Answer>;
  readonly new_fracture: Generated<Answer>;
  readonly note: string | null;
  readonly recorded_by: number | null;
  readonly recorded_at: Generated<Date>;
  readonly version: Generated<number>;
  readonly window_from_on: CalendarDate | null;
  readonly window_until_on: CalendarDate | null;
  readonly rules: Generated<readonly string[]>;
  readonly owner_id: number | null;
  readonly try_on: CalendarDate | null;
  readonly medicine_atc: string | null;
  readonly has_questions: Generated<Answer>;
  readonly replied_at: Date | null;
  readonly cancelled_at: Date | null;
  readonly cancelled_because: 'deceased' | 'declined' | 'moved-away' | 'new-fracture' | 'same-day' | 'case-ended' | 'not-owed' | null;
  readonly treatment_stop_id: number | null;
  readonly calendar_sequence: Generated<number>;
  readonly changed_at: Date | null;
}

export interface ContactAttemptTable {
  readonly site_id: string;
  readonly contact_attempt_id: GeneratedAlways<number>;
  readonly contact_id: number;
  readonly channel: 'clinic' | 'phone' | 'video' | 'letter' | 'message' | 'home';
  readonly outcome: 'no-answer' | 'voicemail' | 'wrong-number' | 'later' | 'in-hospital' | 'abroad' | 'not-by-phone';
  readonly tried_by: number;
  readonly tried_at: Generated<Date>;
  readonly again_on: CalendarDate | null;
}

export interface ContactReplyTable {
  readonly site_id: string;
  readonly contact_reply_id: GeneratedAlways<number>;
  readonly contact_id: number;
  readonly guide_link_id: number;
  readonly answers: Json;
  readonly note: string | null;
  readonly given_at: Generated<Date>;
}

export interface CountingFailureTable {
  readonly site_id: string;
  readonly failed_at: Date;
  readonly attempts: number;
  readonly reason: 'database' | 'disk' | 'program';
  readonly next_at: Date;
}

export interface DecisionTable {
  readonly site_id: string;
  readonly decision_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly fls_case_id: number;
  readonly outcome: 'medicine' | 'not-indicated' | 'contraindicated' | 'declined' | 'referred' | 'postponed' | 'option';
  readonly risk_category: string | null;
  readonly medicine_atc: string | null;
  readonly dose: string | null;
  readonly start_planned_on: CalendarDate | null;
  readonly referred_to: string | null;
  readonly reimbursement: Json | null;
  readonly supplements: Json | null;
  readonly inputs: Json;
  readonly reasons: Json;
  readonly knowledge_version: string;
  readonly override_reason: string | null;
  readonly decided_on: CalendarDate;
  readonly decided_by: number;
  readonly recorded_at: Generated<Date>;
  readonly replaces_id: number | null;
  readonly topic: Generated<'bone' | 'hip-fracture' | 'spine' | 'brace' | 'cement' | 'necrosis' | 'osteoarthritis' | 'pain-relief'>;
  readonly choice: string | null;
  readonly record: Json | null;
  readonly taken_over: Json | null;
}

export interface DemoLoadTable {
  readonly site_id: string;
  readonly invented_for: CalendarDate;
  readonly people: number;
  readonly cared_for: Generated<number>;
  readonly done_at: Date | null;
}

export interface DiaryEntryTable {
  readonly site_id: string;
  readonly diary_entry_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly guide_link_id: number;
  readonly kind: 'exercise' | 'pain' | 'alarm-sign' | 'fall' | 'medicine' | 'question' | 'note' | 'day' | 'done' | 'opioid-stop' | 'teach-back' | 'weighed' | 'home-check';
  readonly entered_for: CalendarDate;
  readonly content: Json;
  readonly entered_at: Generated<Date>;
  readonly seen_by: number | null;
  readonly seen_at: Date | null;
  readonly sent_id: string | null;
}

export interface DxaScanTable {
  readonly site_id: string;
  readonly dxa_scan_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly fls_case_id: number | null;
  readonly report_id: number | null;
  readonly status: 'ordered' | 'planned' | 'done' | 'not-done';
  readonly not_done_reason: string | null;
  readonly ordered_on: CalendarDate | null;
  readonly planned_on: CalendarDate | null;
  readonly scanned_on: CalendarDate | null;
  readonly region: 'lumbar-spine' | 'femoral-neck' | 'total-hip' | 'forearm' | 'other' | null;
  readonly side: 'left' | 'right' | null;
  readonly bmd_g_cm2: number | null;
  readonly t_score: number | null;
  readonly z_score: number | null;
  readonly reference_database: string | null;
  readonly reference_sex: 'female' | 'male' | null;
  readonly device_maker: string | null;
  readonly device_model: string | null;
  readonly vertebrae_used: readonly VertebralLevel[] | null;
  readonly vertebrae_excluded: readonly VertebralLevel[] | null;
  readonly reimbursed_on: CalendarDate | null;
  readonly source: 'manual' | 'fhir' | 'hl7v2' | 'report' | 'import';
  readonly recorded_by: number | null;
  readonly recorded_at: Generated<Date>;
  readonly withdrawn_at: Date | null;
  readonly source_system: string | null;
  readonly source_id: string | null;
  readonly inbox_message_id: number | null;
  readonly changed_at: Generated<Date>;
  readonly device_serial: string | null;
}

export interface EmergencyAccessTable {
  readonly site_id: string;
  readonly emergency_access_id: GeneratedAlways<number>;
  readonly app_user_id: number;
  readonly person_id: number;
  readonly reason: string;
  readonly opened_at: Date;
  readonly until: Date;
  readonly reviewed_by: number | null;
  readonly reviewed_at: Date | null;
}

export interface FallsAssessmentTable {
  readonly site_id: string;
  readonly falls_assessment_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly fls_case_id: number | null;
  readonly outcome: 'begun' | 'done' | 'referred' | 'not-done';
  readonly not_done_reason: string | null;
  readonly assessed_on: CalendarDate | null;
  readonly falls_last_year: number | null;
  readonly feels_unsteady: Generated<Answer>;
  readonly worries_about_falling: Generated<Answer>;
  readonly injured_by_fall: Generated<Answer>;
  readonly could_not_get_up: Generated<Answer>;
  readonly lost_consciousness: Generated<Answer>;
  readonly gait_speed_m_s: number | null;
  readonly timed_up_and_go_s: number | null;
  readonly five_chair_stands_s: number | null;
  readonly orthostatic_drop: Generated<Answer>;
  readonly fall_risk_medicines: readonly string[] | null;
  readonly risk_class: 'low' | 'intermediate' | 'high' | null;
  readonly referred_to: string | null;
  readonly exercise_started: Generated<Answer>;
  readonly exercise_started_on: CalendarDate | null;
  readonly further_answers: JsonWithDefault;
  readonly source: 'manual' | 'fhir' | 'hl7v2' | 'report' | 'import';
  readonly recorded_by: number | null;
  readonly recorded_at: Generated<Date>;
}

export interface FhirExportTable {
  readonly site_id: string;
  readonly fhir_export_id: GeneratedAlways<number>;
  readonly reach: 'system' | 'patient' | 'group';
  readonly list: string | null;
  readonly types: Generated<readonly string[]>;
  readonly since_at: Date | null;
  readonly asked_by: number;
  readonly asked_at: Date;
  readonly until: Date;
  readonly ended_at: Date | null;
}

export interface FindingTable {
  readonly site_id: string;
  readonly finding_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly source: 'report' | 'code' | 'manual';
  readonly report_id: number | null;
  readonly ordinal: number | null;
  readonly code_system: string | null;
  readonly code: string | null;
  readonly code_entry_id: string | null;
  readonly code_encounter: 'initial' | 'subsequent' | 'sequela' | null;
  readonly stated_on: CalendarDate | null;
  readonly onset_on: CalendarDate | null;
  readonly kind: 'fracture' | 'vertebral-deformity' | 'treated-fracture' | 'non-union' | 'device-failure';
  readonly fracture_site: FractureSite;
  readonly side: 'left' | 'right' | 'both' | null;
  readonly levels: Generated<readonly VertebralLevel[]>;
  readonly presence: 'present' | 'possible' | 'absent';
  readonly absent_scope: 'any' | 'acute' | 'displaced' | null;
  readonly experiencer: 'patient' | 'family' | 'other';
  readonly fracture_time: 'acute' | 'subacute' | 'old' | 'undetermined';
  readonly flags: Generated<readonly string[]>;
  readonly genant: number | null;
  readonly height_loss_percent: number | null;
  readonly displaced: Generated<Answer>;
  readonly section: string | null;
  readonly fracture_year: number | null;
  readonly span_start: number | null;
  readonly span_end: number | null;
  readonly mentions: JsonWithDefault;
  readonly conflict: Generated<boolean>;
  readonly evidence: JsonWithDefault;
  readonly fracture_episode_id: number | null;
  readonly knowledge_version: string;
  readonly found_at: Generated<Date>;
  readonly withdrawn_at: Date | null;
  readonly withdrawn_reason: string | null;
}

export interface FlsCaseTable {
  readonly site_id: string;
  readonly fls_case_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly fracture_episode_id: number;
  readonly stage: Generated<'identify' | 'investigate' | 'inform' | 'intervene' | 'integrate' | 'follow-up'>;
  readonly state: Generated<'to-review' | 'open' | 'snoozed' | 'rejected' | 'closed'>;
  readonly opened_on: CalendarDate;
  readonly fracture_on: CalendarDate | null;
  readonly urgency: Generated<number>;
  readonly due_on: CalendarDate | null;
  readonly owner_id: number | null;
  readonly snoozed_until: CalendarDate | null;
  readonly reason: string | null;
  readonly closed_at: Date | null;
  readonly note: string | null;
  readonly created_at: Generated<Date>;
  readonly changed_at: Generated<Date>;
  readonly changed_by: number | null;
  readonly version: Generated<number>;
  readonly news: Generated<readonly string[]>;
  readonly news_at: Date | null;
  readonly list: Generated<string>;
  readonly correction: Json | null;
  readonly stated_site: string;
  readonly stated_status: string;
  readonly place_group: Generated<string>;
}

export interface FractureEpisodeTable {
  readonly site_id: string;
  readonly fracture_episode_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly episode_key: string;
  readonly fracture_site: FractureSite;
  readonly side: 'left' | 'right' | 'both' | null;
  readonly levels: Generated<readonly VertebralLevel[]>;
  readonly earliest_on: CalendarDate | null;
  readonly latest_on: CalendarDate | null;
  readonly date_basis: 'stated-day' | 'stated-year' | 'called-acute' | 'called-subacute' | 'called-old' | 'first-seen';
  readonly first_seen_on: CalendarDate | null;
  readonly last_seen_on: CalendarDate | null;
  readonly status: 'present' | 'possible' | 'excluded';
  readonly onset: 'incident' | 'prevalent' | 'undetermined';
  readonly mechanism: 'high-energy' | 'low-energy' | 'contradictory' | 'not-recorded';
  readonly kinds: Generated<readonly string[]>;
  readonly flags: Generated<readonly string[]>;
  readonly genant: number | null;
  readonly height_loss_percent: number | null;
  readonly pathological: Generated<Answer>;
  readonly periprosthetic: Generated<Answer>;
  readonly atypical_femur: Generated<Answer>;
  readonly admitted: Generated<Answer>;
  readonly aftercare_only: Generated<boolean>;
  readonly excluded_by: Json | null;
  readonly follows_id: number | null;
  readonly follows_as: 'progression' | 'new-event' | null;
  readonly eligibility: Generated<'eligible' | 'not-eligible' | 'cannot-tell'>;
  readonly eligibility_reasons: JsonWithDefault;
  readonly missing_facts: Generated<readonly string[]>;
  readonly evidence: JsonWithDefault;
  readonly notes: JsonWithDefault;
  readonly knowledge_version: string;
  readonly confirmed_by: number | null;
  readonly confirmed_at: Date | null;
  readonly created_at: Generated<Date>;
  readonly changed_at: Generated<Date>;
  readonly version: Generated<number>;
  readonly fls_case_id: number | null;
  readonly withdrawn_at: Date | null;
}

export interface GuideFactsTable {
  readonly site_id: string;
  readonly fls_case_id: number;
  readonly facts: Json;
  readonly changed_by: number;
  readonly changed_at: Generated<Date>;
  readonly version: Generated<number>;
}

export interface GuideLinkTable {
  readonly site_id: string;
  readonly guide_link_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly fls_case_id: number;
  readonly token_hash: Buffer;
  readonly language: 'nl' | 'fr' | 'de' | 'en';
  readonly for_carer: Generated<boolean>;
  readonly created_by: number | null;
  readonly created_at: Generated<Date>;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
  readonly last_opened_at: Date | null;
  readonly code_sealed: Buffer;
  readonly pin_hash: string;
  readonly wrong_pins: Generated<number>;
  readonly wait_until: Date | null;
  readonly opened_at: Date | null;
  readonly revoked_by: number | null;
  readonly consent_by: 'patient' | 'representative' | null;
  readonly consent_on: CalendarDate | null;
}

export interface GuideSessionTable {
  readonly site_id: string;
  readonly token_hash: Buffer;
  readonly guide_link_id: number;
  readonly check_answers: JsonWithDefault;
  readonly created_at: Generated<Date>;
  readonly seen_at: Generated<Date>;
  readonly ended_at: Date | null;
}

export interface HipCareCodeTable {
  readonly site_id: string;
  readonly code_system: string;
  readonly code: string;
  readonly item: 'operation' | 'operation-as-advised' | 'geriatrician' | 'mobilised' | 'delirium-tested' | 'delirium' | 'nutrition-assessed' | 'home-at-120-days' | 'medicine-at-120-days';
}

export interface HookCardTable {
  readonly site_id: string;
  readonly hook_card_id: GeneratedAlways<number>;
  readonly connected_system_id: number;
  readonly card_uuid: string;
  readonly service: string;
  readonly about: string;
  readonly rules: Generated<readonly string[]>;
  readonly person_id: number | null;
  readonly fls_case_id: number | null;
  readonly given_at: Date;
  readonly outcome: 'accepted' | 'overridden' | null;
  readonly accepted_suggestions: Generated<readonly string[]>;
  readonly override_reason: string | null;
  readonly override_comment: string | null;
  readonly outcome_at: Date | null;
  readonly feedback_at: Date | null;
}

export interface HospitalServiceTable {
  readonly site_id: string;
  readonly hospital_service_id: GeneratedAlways<number>;
  readonly kind: string;
  readonly name: string;
  readonly phone: string | null;
  readonly hours: string | null;
  readonly place: string | null;
  readonly position: Generated<number>;
  readonly changed_at: Generated<Date>;
}

export interface InboxMessageTable {
  readonly site_id: string;
  readonly inbox_message_id: GeneratedAlways<number>;
  readonly door: 'mllp' | 'fhir' | 'upload' | 'folder' | 'manual';
  readonly format: string;
  readonly sender: Generated<string>;
  readonly control_id: string | null;
  readonly content_hash: Buffer;
  readonly raw: Buffer;
  readonly received_at: Generated<Date>;
  readonly order_key: Buffer | null;
  readonly state: Generated<'received' | 'processed' | 'quarantined' | 'set-aside'>;
  readonly reason: string | null;
  readonly reason_place: string | null;
  readonly attempts: Generated<number>;
  readonly processed_at: Date | null;
  readonly file_name: string | null;
  readonly reading: Json | null;
  readonly warnings: Generated<readonly string[]>;
  readonly counts: JsonWithDefault;
  readonly left_out: Json | null;
  readonly reason_expected: Json | null;
}

export interface IndicatorCaseTable {
  readonly site_id: string;
  readonly fls_case_id: number;
  readonly month: CalendarDate;
  readonly standings: string;
  readonly amounts: Generated<string>;
  readonly kind: Generated<string>;
  readonly missing: Generated<number>;
  readonly wakes_on: CalendarDate | null;
}

export interface IndicatorMixTable {
  readonly site_id: string;
  readonly month: CalendarDate;
  readonly kind: string;
  readonly patients: number;
}

export interface IndicatorMonthTable {
  readonly site_id: string;
  readonly set_id: string;
  readonly month: CalendarDate;
  readonly indicator_id: string;
  readonly achieved: number;
  readonly missed: number;
  readonly not_recorded: number;
  readonly too_early: number;
  readonly outside: number;
  readonly left_out: number;
}

export interface IndicatorPathTable {
  readonly site_id: string;
  readonly month: CalendarDate;
  readonly path: string;
  readonly patients: number;
}

export interface IndicatorRunTable {
  readonly site_id: string;
  readonly cut_on: CalendarDate;
  readonly knowledge_version: string;
  readonly cases: number;
  readonly waiting: number;
  readonly counted_at: Generated<Date>;
  readonly indicators: Generated<readonly string[]>;
  readonly wholly_at: Date | null;
  readonly case_finding: JsonWithDefault;
  readonly looked_at_cases: Generated<number>;
  readonly took_ms: Generated<number>;
}

export interface InjectionTable {
  readonly site_id: string;
  readonly injection_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly fls_case_id: number | null;
  readonly medicine_atc: string;
  readonly due_on: CalendarDate | null;
  readonly given_on: CalendarDate | null;
  readonly next_due_on: CalendarDate | null;
  readonly not_given_reason: string | null;
  readonly recorded_by: number | null;
  readonly recorded_at: Generated<Date>;
  readonly version: Generated<number>;
  readonly treatment_stop_id: number | null;
  readonly arranged_on: CalendarDate | null;
  readonly arranged_by: number | null;
  readonly changed_at: Date | null;
  readonly calendar_sequence: Generated<number>;
}

export interface KnowledgeSignoffTable {
  readonly site_id: string;
  readonly knowledge_signoff_id: GeneratedAlways<number>;
  readonly subject: string;
  readonly knowledge_version: string;
  readonly decision: 'confirmed' | 'refused' | 'withdrawn';
  readonly note: string | null;
  readonly signed_by: number;
  readonly signed_at: Generated<Date>;
  readonly content_hash: string;
}

export interface LabResultTable {
  readonly site_id: string;
  readonly lab_result_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly inbox_message_id: number | null;
  readonly source_system: Generated<string>;
  readonly source_id: string | null;
  readonly loinc: string | null;
  readonly local_code: string | null;
  readonly name: string;
  readonly sampled_on: CalendarDate | null;
  readonly sampled_at: Date | null;
  readonly comparator: '<' | '<=' | '>' | '>=' | null;
  readonly value: number | null;
  readonly value_text: string | null;
  readonly unit: string | null;
  readonly reference_low: number | null;
  readonly reference_high: number | null;
  readonly status: Generated<'preliminary' | 'final' | 'corrected' | 'cancelled' | 'entered-in-error'>;
  readonly source: 'manual' | 'fhir' | 'hl7v2' | 'report' | 'import';
  readonly recorded_by: number | null;
  readonly recorded_at: Generated<Date>;
  readonly changed_at: Generated<Date>;
}

export interface LetterTable {
  readonly site_id: string;
  readonly letter_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly fls_case_id: number | null;
  readonly kind: string;
  readonly language: 'nl' | 'fr' | 'de' | 'en';
  readonly recipient: 'patient' | 'general-practitioner' | 'specialist' | 'other';
  readonly content: Json;
  readonly document: Buffer | null;
  readonly document_hash: Buffer | null;
  readonly content_version: string;
  readonly created_by: number | null;
  readonly created_at: Generated<Date>;
  readonly signed_by: number | null;
  readonly signed_at: Date | null;
  readonly sent_at: Date | null;
  readonly sent_by_way_of: string | null;
  readonly version: Generated<number>;
  readonly replaces_id: number | null;
}

export interface LetterSendingTable {
  readonly site_id: string;
  readonly letter_sending_id: GeneratedAlways<number>;
  readonly letter_id: number;
  readonly way: 'ehealth' | 'mail' | 'post' | 'by-hand' | 'portal';
  readonly recipient: string;
  readonly sent_by: number;
  readonly sent_at: Generated<Date>;
}

export interface LetterheadTable {
  readonly site_id: string;
  readonly department: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly changed_by: number;
  readonly changed_at: Generated<Date>;
}

export interface MachineKeyTable {
  readonly site_id: string;
  readonly machine_key_id: GeneratedAlways<number>;
  readonly app_user_id: number;
  readonly token_hash: Buffer;
  readonly created_by: number | null;
  readonly created_at: Generated<Date>;
  readonly last_used_at: Date | null;
  readonly ended_at: Date | null;
}

export interface PersonTable {
  readonly site_id: string;
  readonly person_id: GeneratedAlways<number>;
  readonly family_name: string | null;
  readonly given_name: string | null;
  readonly search_name: Generated<string>;
  readonly birth_date: CalendarDate | null;
  readonly birth_precision: Generated<'day' | 'month' | 'year' | 'not-recorded'>;
  readonly sex: Generated<'female' | 'male' | 'other' | 'not-recorded'>;
  readonly language: 'nl' | 'fr' | 'de' | 'en' | null;
  readonly country: 'BE' | 'NL' | null;
  readonly deceased: Generated<Answer>;
  readonly death_date: CalendarDate | null;
  readonly residence: Generated<'home' | 'home-with-help' | 'care-home' | 'other' | 'not-recorded'>;
  readonly life_expectancy_under_a_year: Generated<Answer>;
  readonly able_to_decide: Generated<Answer>;
  readonly clinical_frailty: number | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly general_practitioner: string | null;
  readonly insurer: string | null;
  readonly merged_into_id: number | null;
  readonly created_at: Generated<Date>;
  readonly changed_at: Generated<Date>;
  readonly version: Generated<number>;
  readonly details_sent_at: Date | null;
  readonly phone_wrong: Generated<boolean>;
  readonly phone_registered: string | null;
  readonly not_by_phone: Generated<boolean>;
}

export interface PersonIdentifierTable {
  readonly site_id: string;
  readonly person_identifier_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly system: 'be-insz' | 'nl-bsn' | 'local';
  readonly assigner: Generated<string>;
  readonly sealed: Buffer;
  readonly blind_index: Buffer;
  readonly check_digit: 'valid' | 'invalid-check-digit' | 'malformed' | 'not-applicable';
  readonly recorded_at: Generated<Date>;
  readonly ended_at: Date | null;
}

export interface PersonMergeTable {
  readonly site_id: string;
  readonly person_merge_id: GeneratedAlways<number>;
  readonly retired_id: number;
  readonly survivor_id: number;
  readonly inbox_message_id: number | null;
  readonly merged_by: number | null;
  readonly merged_at: Generated<Date>;
  readonly undone_by: number | null;
  readonly undone_at: Date | null;
}

export interface PersonMergeRowTable {
  readonly site_id: string;
  readonly person_merge_id: number;
  readonly moved_from: string;
  readonly row_id: number;
}

export interface PrecisionStudyTable {
  readonly site_id: string;
  readonly precision_study_id: GeneratedAlways<number>;
  readonly device_maker: 'hologic' | 'lunar' | 'norland' | 'other';
  readonly device_model: string | null;
  readonly device_serial: string;
  readonly region: 'lumbar-spine' | 'femoral-neck' | 'total-hip' | 'forearm';
  readonly vertebrae_used: Generated<readonly VertebralLevel[]>;
  readonly precision_error: number;
  readonly unit: 'g/cm2' | 'percent';
  readonly studied_on: CalendarDate;
  readonly recorded_by: number;
  readonly recorded_at: Generated<Date>;
  readonly withdrawn_by: number | null;
  readonly withdrawn_at: Date | null;
}

export interface QualityChoiceTable {
  readonly site_id: string;
  readonly patients_per_year: number | null;
  readonly spine_percent: number | null;
  readonly share_figures: Generated<boolean>;
  readonly organisation: JsonWithDefault;
  readonly version: Generated<number>;
}

export interface ReportTable {
  readonly site_id: string;
  readonly report_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly source_system: Generated<string>;
  readonly source_id: string;
  readonly revision: Generated<number>;
  readonly inbox_message_id: number | null;
  readonly kind: string | null;
  readonly title: string | null;
  readonly reported_on: CalendarDate | null;
  readonly reported_at: Date | null;
  readonly language: 'nl' | 'fr' | 'de' | 'en' | null;
  readonly body: string;
  readonly status: Generated<'preliminary' | 'final' | 'corrected' | 'cancelled' | 'entered-in-error'>;
  readonly superseded: Generated<boolean>;
  readonly triage: 'fracture' | 'prevalent-vertebral' | 'possible' | 'none' | null;
  readonly limitations: Generated<readonly string[]>;
  readonly knowledge_version: string | null;
  readonly scanned_at: Date | null;
  readonly received_at: Generated<Date>;
  readonly content_hash: Buffer | null;
  readonly sent_at: Date | null;
  readonly first_revision_id: number | null;
}

export interface RiskResultTable {
  readonly site_id: string;
  readonly risk_result_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly fls_case_id: number | null;
  readonly model: string;
  readonly model_version: string;
  readonly origin: 'computed' | 'entered';
  readonly with_bone_density: Generated<Answer>;
  readonly valid_on: CalendarDate;
  readonly inputs: Json;
  readonly result: Json;
  readonly knowledge_version: string | null;
  readonly recorded_by: number | null;
  readonly recorded_at: Generated<Date>;
}

export interface RowCopyTable {
  readonly site_id: string;
  readonly row_copy_id: GeneratedAlways<number>;
  readonly copied_from: string;
  readonly row_id: number;
  readonly content: Json;
  readonly copied_at: Generated<Date>;
}

export interface SavedViewTable {
  readonly site_id: string;
  readonly saved_view_id: GeneratedAlways<number>;
  readonly app_user_id: number;
  readonly name: string;
  readonly query: string;
  readonly created_at: Generated<Date>;
}

export interface SessionTable {
  readonly site_id: string;
  readonly token_hash: Buffer;
  readonly app_user_id: number;
  readonly created_at: Generated<Date>;
  readonly seen_at: Generated<Date>;
  readonly expires_at: Date;
  readonly ended_at: Date | null;
  readonly address: string | null;
}

export interface SimulationTable {
  readonly site_id: string;
  readonly simulation_id: GeneratedAlways<number>;
  readonly name: string;
  readonly question: Json;
  readonly knowledge_version: string;
  readonly progress: Generated<number>;
  readonly result: Json | null;
  readonly failed: Generated<boolean>;
  readonly asked_by: number;
  readonly asked_at: Generated<Date>;
}

export interface SiteTable {
  readonly site_id: string;
  readonly name: string;
  readonly country: 'BE' | 'NL';
  readonly language: 'nl' | 'fr' | 'de' | 'en';
  readonly time_zone: Generated<string>;
  readonly synthetic: Generated<boolean>;
  readonly choices: JsonWithDefault;
  readonly key_check: Buffer;
  readonly created_at: Generated<Date>;
}

export interface SpineImageTable {
  readonly site_id: string;
  readonly spine_image_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly fls_case_id: number;
  readonly imaging: 'vfa' | 'xray' | 'ct' | 'mri';
  readonly taken_on: CalendarDate;
  readonly format: 'png' | 'jpeg' | 'dicom';
  readonly content: Buffer;
  readonly width: number;
  readonly height: number;
  readonly scale: 'calibrated' | 'detector' | 'none';
  readonly mm_across: number | null;
  readonly mm_down: number | null;
  readonly uploaded_by: number;
  readonly uploaded_at: Generated<Date>;
  readonly withdrawn_at: Date | null;
}

export interface SystemAccountTable {
  readonly site_id: string;
  readonly connected_system_id: number;
  readonly subject: string;
  readonly app_user_id: number;
  readonly bound_at: Generated<Date>;
}

export interface TaskTable {
  readonly site_id: string;
  readonly task_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly fls_case_id: number | null;
  readonly kind: string;
  readonly title: string;
  readonly due_on: CalendarDate | null;
  readonly owner_id: number | null;
  readonly created_by: number | null;
  readonly created_at: Generated<Date>;
  readonly done_by: number | null;
  readonly done_at: Date | null;
  readonly cancelled_at: Date | null;
  readonly version: Generated<number>;
  readonly changed_at: Date | null;
}

export interface TreatmentStopTable {
  readonly site_id: string;
  readonly treatment_stop_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly fls_case_id: number;
  readonly medicine_atc: string;
  readonly stopped_on: CalendarDate;
  readonly because: 'course-ended' | 'side-effects' | 'patient-wish' | 'contraindicated' | 'not-effective' | 'other';
  readonly plan: 'drug' | 'specialist' | 'none';
  readonly next_medicine_atc: string | null;
  readonly next_on: CalendarDate | null;
  readonly next_by: string | null;
  readonly note: string | null;
  readonly recorded_by: number | null;
  readonly recorded_at: Generated<Date>;
  readonly withdrawn_by: number | null;
  readonly withdrawn_at: Date | null;
}

export interface UsedTokenTable {
  readonly site_id: string;
  readonly connected_system_id: number;
  readonly token_hash: Buffer;
  readonly expires_at: Date;
}

export interface VerdictTable {
  readonly site_id: string;
  readonly verdict_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly fls_case_id: number | null;
  readonly fracture_episode_id: number | null;
  readonly finding_id: number | null;
  readonly report_id: number | null;
  readonly verdict: 'confirmed' | 'corrected' | 'rejected' | 'snoozed' | 'not-useful' | 'missed' | 'nothing-missed' | 'undone';
  readonly reason: string | null;
  readonly correction: Json | null;
  readonly given_by: number;
  readonly given_at: Generated<Date>;
  readonly knowledge_version: string | null;
  readonly undone_by_id: number | null;
  readonly case_before: Json | null;
}

export interface VertebraReadingTable {
  readonly site_id: string;
  readonly vertebra_reading_id: GeneratedAlways<number>;
  readonly person_id: number;
  readonly fls_case_id: number | null;
  readonly report_id: number | null;
  readonly imaging: 'vfa' | 'xray' | 'ct' | 'mri';
  readonly read_on: CalendarDate;
  readonly level: VertebralLevel;
  readonly readable: Generated<Answer>;
  readonly anterior_mm: number | null;
  readonly middle_mm: number | null;
  readonly posterior_mm: number | null;
  readonly height_loss_percent: number | null;
  readonly genant: number | null;
  readonly shape: 'normal' | 'wedge' | 'biconcave' | 'crush' | null;
  readonly graded_by: string | null;
  readonly source: 'manual' | 'fhir' | 'hl7v2' | 'report' | 'import';
  readonly recorded_by: number | null;
  readonly recorded_at: Generated<Date>;
  readonly withdrawn_at: Date | null;
  readonly spine_image_id: number | null;
  readonly points: Json | null;
  readonly suspected: Generated<boolean>;
}

export interface WebhookTable {
  readonly site_id: string;
  readonly webhook_id: GeneratedAlways<number>;
  readonly name: string;
  readonly url: string;
  readonly network: Generated<'public' | 'own'>;
  readonly topics: readonly string[];
  readonly secret: Buffer;
  readonly created_by: number | null;
  readonly created_at: Generated<Date>;
  readonly ended_at: Date | null;
}

export interface WebhookDeliveryTable {
  readonly site_id: string;
  readonly webhook_delivery_id: GeneratedAlways<number>;
  readonly webhook_id: number;
  readonly webhook_event_id: number;
  readonly state: Generated<'waiting' | 'delivered' | 'given-up'>;
  readonly attempts: Generated<number>;
  readonly next_at: Generated<Date>;
  readonly last_at: Date | null;
  readonly last_status: number | null;
  readonly last_problem: string | null;
  readonly delivered_at: Date | null;
}

export interface WebhookEventTable {
  readonly site_id: string;
  readonly webhook_event_id: GeneratedAlways<number>;
  readonly topic: string;
  readonly ids: Json;
  readonly once_key: string | null;
  readonly happened_at: Generated<Date>;
}

export interface Tables {
  readonly access_token: AccessTokenTable;
  readonly acute_hip_care: AcuteHipCareTable;
  readonly app_user: AppUserTable;
  readonly appointment: AppointmentTable;
  readonly assessment: AssessmentTable;
  readonly assessment_entry: AssessmentEntryTable;
  readonly audit_event: AuditEventTable;
  readonly audit_head: AuditHeadTable;
  readonly calendar_feed: CalendarFeedTable;
  readonly care_event: CareEventTable;
  readonly case_event: CaseEventTable;
  readonly case_note: CaseNoteTable;
  readonly case_transfer: CaseTransferTable;
  readonly column_mapping: ColumnMappingTable;
  readonly connected_system: ConnectedSystemTable;
  readonly contact: ContactTable;
  readonly contact_attempt: ContactAttemptTable;
  readonly contact_reply: ContactReplyTable;
  readonly counting_failure: CountingFailureTable;
  readonly decision: DecisionTable;
  readonly demo_load: DemoLoadTable;
  readonly diary_entry: DiaryEntryTable;
  readonly dxa_scan: DxaScanTable;
  readonly emergency_access: EmergencyAccessTable;
  readonly falls_assessment: FallsAssessmentTable;
  readonly fhir_export: FhirExportTable;
  readonly finding: FindingTable;
  readonly fls_case: FlsCaseTable;
  readonly fracture_episode: FractureEpisodeTable;
  readonly guide_facts: GuideFactsTable;
  readonly guide_link: GuideLinkTable;
  readonly guide_session: GuideSessionTable;
  readonly hip_care_code: HipCareCodeTable;
  readonly hook_card: HookCardTable;
  readonly hospital_service: HospitalServiceTable;
  readonly inbox_message: InboxMessageTable;
  readonly indicator_case: IndicatorCaseTable;
  readonly indicator_mix: IndicatorMixTable;
  readonly indicator_month: IndicatorMonthTable;
  readonly indicator_path: IndicatorPathTable;
  readonly indicator_run: IndicatorRunTable;
  readonly injection: InjectionTable;
  readonly knowledge_signoff: KnowledgeSignoffTable;
  readonly lab_result: LabResultTable;
  readonly letter: LetterTable;
  readonly letter_sending: LetterSendingTable;
  readonly letterhead: LetterheadTable;
  readonly machine_key: MachineKeyTable;
  readonly person: PersonTable;
  readonly person_identifier: PersonIdentifierTable;
  readonly person_merge: PersonMergeTable;
  readonly person_merge_row: PersonMergeRowTable;
  readonly precision_study: PrecisionStudyTable;
  readonly quality_choice: QualityChoiceTable;
  readonly report: ReportTable;
  readonly risk_result: RiskResultTable;
  readonly row_copy: RowCopyTable;
  readonly saved_view: SavedViewTable;
  readonly session: SessionTable;
  readonly simulation: SimulationTable;
  readonly site: SiteTable;
  readonly spine_image: SpineImageTable;
  readonly system_account: SystemAccountTable;
  readonly task: TaskTable;
  readonly treatment_stop: TreatmentStopTable;
  readonly used_token: UsedTokenTable;
  readonly verdict: VerdictTable;
  readonly vertebra_reading: VertebraReadingTable;
  readonly webhook: WebhookTable;
  readonly webhook_delivery: WebhookDeliveryTable;
  readonly webhook_event: WebhookEventTable;
}
