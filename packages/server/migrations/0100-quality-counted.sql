-- What quality keeps of a counting: one short row for each case, over all sets together, and counts for each month. The rows can be
-- made anew from the records at any time, so nothing is carried over.

drop table indicator_case;
create table indicator_case (
  site_id      text not null,
  -- Derived and replaced by every counting; a foreign key would be checked a million times for nothing.
  fls_case_id  bigint not null,
  -- First day of the month in which the case was found.
  month        date not null,
  -- One letter for each indicator, in the order of indicator_run.indicators.
  standings    text not null,
  -- Indicators that count something else than one patient.
  amounts      text not null default '',
  -- Sex, age and place of the fracture, in a word; empty when it is not in the cohort of the service.
  kind         text not null default '',
  -- Shares of the first set that nobody wrote down.
  missing      integer not null default 0,
  -- The first day on which time alone changes a letter.
  wakes_on     date,
  primary key (site_id, fls_case_id)
);
-- Lists behind a figure are read from the index alone, month after month.
create index indicator_case_month on indicator_case (site_id, month, fls_case_id) include (standings, missing);
create index indicator_case_wakes on indicator_case (site_id, wakes_on) where wakes_on is not null;
select protect_site('indicator_case');

-- Who comes to the hospital, for a "what if": counts by sex, age and place of the fracture.
create table indicator_mix (
  site_id   text not null references site,
  month     date not null,
  kind      text not null,
  patients  integer not null,
  primary key (site_id, month, kind)
);
select protect_site('indicator_mix');

alter table indicator_run
  -- Ids of the indicators, in the order of the letters.
  add column indicators    text[] not null default '{}',
  -- When every case was last looked at; later countings looked at what had changed.
  add column wholly_at     timestamptz(3),
  -- Reports and verdicts from which case finding is judged.
  add column case_finding  jsonb not null default '{}',
  -- Cases that the last counting looked at, and how long it took.
  add column looked_at_cases  integer not null default 0,
  add column took_ms          integer not null default 0;
-- Counted in another form; the first look at the figures counts anew.
alter table indicator_run no force row level security;
alter table indicator_month no force row level security;
delete from indicator_run;
delete from indicator_month;
alter table indicator_run force row level security;
alter table indicator_month force row level security;

-- What changed since the last counting is found by its time.
create index fls_case_changed on fls_case (site_id, changed_at);
create index dxa_scan_changed on dxa_scan (site_id, changed_at);
create index vertebra_reading_recorded on vertebra_reading (site_id, recorded_at);
