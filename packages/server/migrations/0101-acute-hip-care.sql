-- Acute care of a broken hip: from arrival to discharge, and how it is after 120 days. A row is never changed: whoever adds
-- something writes the next version, and the newest counts. Times are those of the clock in the hospital; a day may be known
-- without its time.

create domain clock_time as text check (value ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');

create table acute_hip_care (
  site_id                text not null references site,
  acute_hip_care_id      bigint generated always as identity,
  person_id              bigint not null,
  fls_case_id            bigint not null,
  version                integer not null check (version > 0),
  arrived_on             date,
  arrived_clock          clock_time,
  operated               answer not null default 'not-recorded',
  operated_on            date,
  operated_clock         clock_time,
  operation_as_advised   answer not null default 'not-recorded',
  geriatrician           answer not null default 'not-recorded',
  geriatrician_on        date,
  geriatrician_clock     clock_time,
  mobilised              answer not null default 'not-recorded',
  mobilised_on           date,
  delirium_tested        answer not null default 'not-recorded',
  delirium               answer not null default 'not-recorded',
  nutrition_assessed     answer not null default 'not-recorded',
  discharged_on          date,
  discharged_to          text check (discharged_to in ('home', 'rehabilitation', 'care-home', 'other-hospital', 'died', 'other')),
  home_at_120_days       answer not null default 'not-recorded',
  medicine_at_120_days   answer not null default 'not-recorded',
  source                 recorded_from not null,
  recorded_by            bigint,
  recorded_at            timestamptz(3) not null default now(),
  primary key (site_id, acute_hip_care_id),
  unique (site_id, fls_case_id, version),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, fls_case_id) references fls_case,
  foreign key (site_id, recorded_by) references app_user (site_id, app_user_id),
  check (operated_on is null or operated = 'yes'),
  check (geriatrician_on is null or geriatrician = 'yes'),
  check (mobilised_on is null or mobilised = 'yes'),
  check (delirium = 'not-recorded' or delirium_tested = 'yes')
);
create index acute_hip_care_of_person on acute_hip_care (site_id, person_id);
create index acute_hip_care_recorded on acute_hip_care (site_id, recorded_at);
-- Versions are added; a merge of two records of one person moves them.
select protect_site('acute_hip_care', 'select, insert, update');
