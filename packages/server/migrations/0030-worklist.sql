-- What the worklist and the page of a case keep beside the case itself.

-- Where a case stands for the people who work: one word, so that each list is one range of an index.
alter table fls_case add column list text not null generated always as (
  case
    when state = 'snoozed' then 'snoozed'
    when state in ('rejected', 'closed') then 'ended'
    when state = 'to-review' or stage = 'identify' then 'to-review'
    else stage
  end) stored;
-- What a person put right: place, side, levels, mechanism, day. It stands over what the sources say and survives their
-- merging; null when nobody corrected anything.
alter table fls_case add column correction jsonb;

create index fls_case_by_urgency on fls_case
  (site_id, list, urgency, (coalesce(fracture_on, 'infinity'::date)), fls_case_id);
create index fls_case_by_due on fls_case (site_id, list, (coalesce(due_on, 'infinity'::date)), fls_case_id);
create index fls_case_by_opening on fls_case (site_id, list, opened_on, fls_case_id);
create index fls_case_counts on fls_case (site_id, list, due_on, owner_id);
-- The place of a fracture without its row, which is long: for filters over many cases.
create index fracture_episode_place on fracture_episode (site_id, fracture_episode_id) include (fracture_site, status);

-- Taking a verdict back is an answer of its own; what the case was before stands with the verdict.
alter table verdict drop constraint verdict_verdict_check;
alter table verdict add constraint verdict_verdict_check check (verdict in
  ('confirmed', 'corrected', 'rejected', 'snoozed', 'not-useful', 'missed', 'nothing-missed', 'undone'));
alter table verdict add column case_before jsonb;

create table case_note (
  site_id       text not null,
  case_note_id  bigint generated always as identity,
  fls_case_id   bigint not null,
  body          text not null check (length(body) > 0),
  written_by    bigint not null,
  written_at    timestamptz(3) not null default now(),
  primary key (site_id, case_note_id),
  foreign key (site_id, fls_case_id) references fls_case,
  foreign key (site_id, written_by) references app_user (site_id, app_user_id)
);
create index case_note_of_case on case_note (site_id, fls_case_id, case_note_id);
select protect_site('case_note', 'select, insert');

-- Changes of a case that are no verdict: who gave it to whom, moved it on, or set its date.
create table case_event (
  site_id        text not null,
  case_event_id  bigint generated always as identity,
  fls_case_id    bigint not null,
  kind           text not null check (kind in ('assigned', 'moved', 'due')),
  before_value   text,
  after_value    text,
  done_by        bigint not null,
  done_at        timestamptz(3) not null default now(),
  primary key (site_id, case_event_id),
  foreign key (site_id, fls_case_id) references fls_case,
  foreign key (site_id, done_by) references app_user (site_id, app_user_id)
);
create index case_event_of_case on case_event (site_id, fls_case_id, case_event_id);
select protect_site('case_event', 'select, insert');

create table saved_view (
  site_id        text not null,
  saved_view_id  bigint generated always as identity,
  app_user_id    bigint not null,
  name           text not null check (length(name) > 0),
  -- The filters as they stand in the page's address.
  query          text not null,
  created_at     timestamptz(3) not null default now(),
  primary key (site_id, saved_view_id),
  unique (site_id, app_user_id, name),
  foreign key (site_id, app_user_id) references app_user
);
select protect_site('saved_view');

-- Reports the case finder found nothing in, from which a sample is looked at to learn what it misses.
create index report_not_flagged on report (site_id, report_id) where triage = 'none' and not superseded;
