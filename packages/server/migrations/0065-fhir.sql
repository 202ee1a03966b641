-- What the FHIR door needs beyond the record: when rows changed, how they were before, who may read, what was asked to be
-- exported. Resources themselves are written from the record when they are read; no copy of them is kept.

alter table app_user
  -- What a program may read over FHIR, as SMART writes it (system/Patient.rs); people read by their role.
  add column fhir_scopes text[] not null default '{}';

-- Rows that come again when their sender corrects them.
alter table lab_result  add column changed_at timestamptz(3) not null default now();
alter table dxa_scan    add column changed_at timestamptz(3) not null default now();
alter table care_event  add column changed_at timestamptz(3) not null default now();
alter table appointment add column changed_at timestamptz(3) not null default now();

-- How a row was before it changed: its earlier versions are written from here. Added by the program before it changes a
-- row; a trigger would do it behind the back of the policies.
create table row_copy (
  site_id      text not null references site,
  row_copy_id  bigint generated always as identity,
  copied_from  text not null,
  row_id       bigint not null,
  content      jsonb not null,
  copied_at    timestamptz(3) not null default now(),
  primary key (site_id, row_copy_id)
);
create index row_copy_of_row on row_copy (site_id, copied_from, row_id, row_copy_id);
select protect_site('row_copy', 'select, insert');

create table fhir_export (
  site_id         text not null,
  fhir_export_id  bigint generated always as identity,
  reach           text not null check (reach in ('system', 'patient', 'group')),
  list            text,
  types           text[] not null default '{}',
  since_at        timestamptz(3),
  asked_by        bigint not null,
  asked_at        timestamptz(3) not null,
  until           timestamptz(3) not null,
  ended_at        timestamptz(3),
  primary key (site_id, fhir_export_id),
  foreign key (site_id, asked_by) references app_user,
  check ((reach = 'group') = (list is not null))
);
select protect_site('fhir_export', 'select, insert, update');

-- The revisions of a report are one resource, under the number of the first.
create index report_in_force on report (site_id, (coalesce(first_revision_id, report_id))) where not superseded;
-- Searches that name no patient: by code, by day of change.
create index lab_result_by_code on lab_result (site_id, loinc, lab_result_id);
create index fracture_episode_by_site on fracture_episode (site_id, fracture_site, fracture_episode_id);
create index person_changed on person (site_id, changed_at);
create index lab_result_changed on lab_result (site_id, changed_at);
create index fracture_episode_changed on fracture_episode (site_id, changed_at);
