-- What was measured and asked. A row says how it was recorded; a value that is absent was not recorded, and a "no" is a no.

create domain recorded_from as text check (value in ('manual', 'fhir', 'hl7v2', 'report', 'import'));

create table assessment (
  site_id                  text not null references site,
  assessment_id            bigint generated always as identity,
  person_id                bigint not null,
  fls_case_id              bigint not null,
  outcome                  text not null check (outcome in ('done', 'partly-done', 'declined', 'unreachable', 'deceased-before')),
  assessed_on              date,
  mode                     text check (mode in ('clinic', 'ward', 'phone', 'video', 'home', 'records')),
  weight_kg                numeric(5, 1) check (weight_kg > 0),
  height_cm                numeric(5, 1) check (height_cm > 0),
  height_at_25_cm          numeric(5, 1) check (height_at_25_cm > 0),
  parent_hip_fracture      answer not null default 'not-recorded',
  prior_fracture           answer not null default 'not-recorded',
  smokes                   answer not null default 'not-recorded',
  alcohol_units_per_day    numeric(4, 1) check (alcohol_units_per_day >= 0),
  glucocorticoids          answer not null default 'not-recorded',
  prednisone_mg_per_day    numeric(6, 2) check (prednisone_mg_per_day >= 0),
  glucocorticoid_months    integer check (glucocorticoid_months >= 0),
  rheumatoid_arthritis     answer not null default 'not-recorded',
  diabetes                 answer not null default 'not-recorded',
  menopause_age            smallint check (menopause_age between 10 and 75),
  hormone_deprivation      answer not null default 'not-recorded',
  kidney_disease           answer not null default 'not-recorded',
  cardiovascular_event     answer not null default 'not-recorded',
  venous_thromboembolism   answer not null default 'not-recorded',
  upper_gut_disease        answer not null default 'not-recorded',
  dental_work_planned      answer not null default 'not-recorded',
  back_pain                answer not null default 'not-recorded',
  calcium_mg_per_day       integer check (calcium_mg_per_day >= 0),
  -- Null when nobody asked; empty when asked and there is none.
  secondary_causes         text[],
  medicines                jsonb,
  further_answers          jsonb not null default '{}',
  source                   recorded_from not null,
  recorded_by              bigint,
  recorded_at              timestamptz(3) not null default now(),
  version                  integer not null default 1,
  primary key (site_id, assessment_id),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, fls_case_id) references fls_case,
  foreign key (site_id, recorded_by) references app_user (site_id, app_user_id),
  check (outcome <> 'done' or assessed_on is not null)
);
create index assessment_of_case on assessment (site_id, fls_case_id);
create index assessment_of_person on assessment (site_id, person_id);
select protect_site('assessment');

create table dxa_scan (
  site_id             text not null references site,
  dxa_scan_id         bigint generated always as identity,
  person_id           bigint not null,
  fls_case_id         bigint,
  report_id           bigint,
  status              text not null check (status in ('ordered', 'planned', 'done', 'not-done')),
  not_done_reason     text,
  ordered_on          date,
  planned_on          date,
  scanned_on          date,
  -- One row for each region of one examination.
  region              text check (region in ('lumbar-spine', 'femoral-neck', 'total-hip', 'forearm', 'other')),
  side                text check (side in ('left', 'right')),
  bmd_g_cm2           numeric(5, 3) check (bmd_g_cm2 > 0),
  t_score             numeric(4, 1),
  z_score             numeric(4, 1),
  reference_database  text,
  reference_sex       text check (reference_sex in ('female', 'male')),
  device_maker        text,
  device_model        text,
  vertebrae_used      text[],
  vertebrae_excluded  text[],
  reimbursed_on       date,
  source              recorded_from not null,
  recorded_by         bigint,
  recorded_at         timestamptz(3) not null default now(),
  withdrawn_at        timestamptz(3),
  primary key (site_id, dxa_scan_id),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, fls_case_id) references fls_case,
  foreign key (site_id, report_id) references report,
  foreign key (site_id, recorded_by) references app_user (site_id, app_user_id),
  check (status <> 'done' or scanned_on is not null),
  check (status <> 'not-done' or not_done_reason is not null)
);
create index dxa_scan_of_person on dxa_scan (site_id, person_id, scanned_on);
create index dxa_scan_of_case on dxa_scan (site_id, fls_case_id) where fls_case_id is not null;
create index dxa_scan_of_report on dxa_scan (site_id, report_id) where report_id is not null;
select protect_site('dxa_scan');

create table vertebra_reading (
  site_id                 text not null references site,
  vertebra_reading_id     bigint generated always as identity,
  person_id               bigint not null,
  fls_case_id             bigint,
  report_id               bigint,
  imaging                 text not null check (imaging in ('vfa', 'xray', 'ct', 'mri')),
  read_on                 date not null,
  level                   text not null,
  readable                answer not null default 'not-recorded',
  anterior_mm             numeric(5, 1) check (anterior_mm > 0),
  middle_mm               numeric(5, 1) check (middle_mm > 0),
  posterior_mm            numeric(5, 1) check (posterior_mm > 0),
  height_loss_percent     numeric(5, 2),
  genant                  smallint check (genant between 0 and 3),
  shape                   text check (shape in ('normal', 'wedge', 'biconcave', 'crush')),
  -- Which rules turned heights into a grade; null when a person graded by eye.
  graded_by               text,
  source                  recorded_from not null,
  recorded_by             bigint,
  recorded_at             timestamptz(3) not null default now(),
  withdrawn_at            timestamptz(3),
  primary key (site_id, vertebra_reading_id),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, fls_case_id) references fls_case,
  foreign key (site_id, report_id) references report,
  foreign key (site_id, recorded_by) references app_user (site_id, app_user_id)
);
create index vertebra_reading_of_person on vertebra_reading (site_id, person_id, read_on);
create index vertebra_reading_of_case on vertebra_reading (site_id, fls_case_id) where fls_case_id is not null;
create index vertebra_reading_of_report on vertebra_reading (site_id, report_id) where report_id is not null;
select protect_site('vertebra_reading');

create table lab_result (
  site_id           text not null references site,
  lab_result_id     bigint generated always as identity,
  person_id         bigint not null,
  inbox_message_id  bigint,
  source_system     text not null default '',
  source_id         text,
  loinc             text,
  local_code        text,
  name              text not null,
  sampled_on        date,
  sampled_at        timestamptz(3),
  comparator        text check (comparator in ('<', '<=', '>', '>=')),
  value             numeric,
  value_text        text,
  unit              text,
  reference_low     numeric,
  reference_high    numeric,
  status            text not null default 'final' check (status in ('preliminary', 'final', 'corrected', 'cancelled', 'entered-in-error')),
  source            recorded_from not null,
  recorded_by       bigint,
  recorded_at       timestamptz(3) not null default now(),
  primary key (site_id, lab_result_id),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, inbox_message_id) references inbox_message,
  foreign key (site_id, recorded_by) references app_user (site_id, app_user_id)
);
create index lab_result_of_person on lab_result (site_id, person_id, loinc, sampled_on);
create index lab_result_of_message on lab_result (site_id, inbox_message_id) where inbox_message_id is not null;
create unique index lab_result_source on lab_result (site_id, source_system, source_id) where source_id is not null;
select protect_site('lab_result');

create table falls_assessment (
  site_id                    text not null references site,
  falls_assessment_id        bigint generated always as identity,
  person_id                  bigint not null,
  fls_case_id                bigint,
  outcome                    text not null check (outcome in ('done', 'referred', 'not-done')),
  not_done_reason            text,
  assessed_on                date,
  falls_last_year            smallint check (falls_last_year >= 0),
  feels_unsteady             answer not null default 'not-recorded',
  worries_about_falling      answer not null default 'not-recorded',
  injured_by_fall            answer not null default 'not-recorded',
  could_not_get_up           answer not null default 'not-recorded',
  lost_consciousness         answer not null default 'not-recorded',
  gait_speed_m_s             numeric(4, 2) check (gait_speed_m_s >= 0),
  timed_up_and_go_s          numeric(5, 1) check (timed_up_and_go_s >= 0),
  five_chair_stands_s        numeric(5, 1) check (five_chair_stands_s >= 0),
  orthostatic_drop           answer not null default 'not-recorded',
  fall_risk_medicines        text[],
  risk_class                 text check (risk_class in ('low', 'intermediate', 'high')),
  referred_to                text,
  exercise_started           answer not null default 'not-recorded',
  exercise_started_on        date,
  further_answers            jsonb not null default '{}',
  source                     recorded_from not null,
  recorded_by                bigint,
  recorded_at                timestamptz(3) not null default now(),
  primary key (site_id, falls_assessment_id),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, fls_case_id) references fls_case,
  foreign key (site_id, recorded_by) references app_user (site_id, app_user_id),
  check (outcome = 'not-done' or assessed_on is not null),
  check (outcome <> 'not-done' or not_done_reason is not null)
);
create index falls_assessment_of_person on falls_assessment (site_id, person_id, assessed_on);
create index falls_assessment_of_case on falls_assessment (site_id, fls_case_id) where fls_case_id is not null;
select protect_site('falls_assessment');

create table risk_result (
  site_id            text not null references site,
  risk_result_id     bigint generated always as identity,
  person_id          bigint not null,
  fls_case_id        bigint,
  model              text not null,
  model_version      text not null,
  -- FRAX is only ever entered: its coefficients are not public.
  origin             text not null check (origin in ('computed', 'entered')),
  with_bone_density  answer not null default 'not-recorded',
  valid_on           date not null,
  inputs             jsonb not null,
  result             jsonb not null,
  knowledge_version  text,
  recorded_by        bigint,
  recorded_at        timestamptz(3) not null default now(),
  primary key (site_id, risk_result_id),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, fls_case_id) references fls_case,
  foreign key (site_id, recorded_by) references app_user (site_id, app_user_id),
  check (origin = 'entered' or knowledge_version is not null)
);
create index risk_result_of_person on risk_result (site_id, person_id, valid_on);
create index risk_result_of_case on risk_result (site_id, fls_case_id) where fls_case_id is not null;
select protect_site('risk_result');
