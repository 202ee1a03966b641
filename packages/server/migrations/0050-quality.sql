-- What quality counts. Where each case stands in each set of indicators is kept, so that a figure opens its patients by one index
-- range and a dashboard adds up a few rows, however many patients there are. All of it can be counted anew from the records.

-- The last counting: up to which day, and with which knowledge.
create table indicator_run (
  site_id            text not null references site,
  cut_on             date not null,
  knowledge_version  text not null,
  cases              integer not null,
  -- Cases that wait for somebody's judgement and count nowhere yet.
  waiting            integer not null,
  counted_at         timestamptz(3) not null default now(),
  primary key (site_id)
);
select protect_site('indicator_run');

create table indicator_case (
  site_id      text not null,
  set_id       text not null,
  fls_case_id  bigint not null,
  -- First day of the month in which the case was found.
  month        date not null,
  -- One letter for each indicator, in the order of the set.
  standings    text not null,
  primary key (site_id, set_id, fls_case_id),
  foreign key (site_id, fls_case_id) references fls_case on delete cascade
);
create index indicator_case_month on indicator_case (site_id, set_id, month, fls_case_id);
create index indicator_case_of_case on indicator_case (site_id, fls_case_id);
select protect_site('indicator_case');

create table indicator_month (
  site_id       text not null references site,
  set_id        text not null,
  month         date not null,
  indicator_id  text not null,
  achieved      integer not null,
  missed        integer not null,
  not_recorded  integer not null,
  too_early     integer not null,
  outside       integer not null,
  left_out      integer not null,
  primary key (site_id, set_id, month, indicator_id)
);
select protect_site('indicator_month');

-- What the hospital says about itself: how many patients it expects, what its organisation does, whether it shows its figures
-- to the other hospitals of this installation.
create table quality_choice (
  site_id            text not null references site,
  patients_per_year  integer check (patients_per_year > 0),
  spine_percent      numeric(4, 1) check (spine_percent between 0 and 100),
  share_figures      boolean not null default false,
  -- Question of a standard → yes, no.
  organisation       jsonb not null default '{}',
  version            integer not null default 1,
  primary key (site_id)
);
select protect_site('quality_choice');

-- A "what if" that was asked, and its answer when it is there.
create table simulation (
  site_id            text not null references site,
  simulation_id      bigint generated always as identity,
  name               text not null check (length(name) between 1 and 120),
  question           jsonb not null,
  knowledge_version  text not null,
  -- Percent.
  progress           smallint not null default 0 check (progress between 0 and 100),
  result             jsonb,
  failed             boolean not null default false,
  asked_by           bigint not null,
  asked_at           timestamptz(3) not null default now(),
  primary key (site_id, simulation_id),
  foreign key (site_id, asked_by) references app_user (site_id, app_user_id)
);
create index simulation_asked on simulation (site_id, asked_at);
select protect_site('simulation');
