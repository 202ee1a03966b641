-- The case stands on the worklist until somebody has dealt with it.

create table fls_case (
  site_id              text not null references site,
  fls_case_id          bigint generated always as identity,
  person_id            bigint not null,
  -- The fracture for which the case was opened.
  fracture_episode_id  bigint not null,
  stage                text not null default 'identify'
                       check (stage in ('identify', 'investigate', 'inform', 'intervene', 'integrate', 'follow-up')),
  state                text not null default 'to-review'
                       check (state in ('to-review', 'open', 'snoozed', 'rejected', 'closed')),
  opened_on            date not null,
  fracture_on          date,
  -- Greater is more urgent: hip and vertebra first, then by imminent risk.
  urgency              integer not null default 0,
  due_on               date,
  owner_id             bigint,
  snoozed_until        date,
  -- Why it was rejected, closed or found not useful to work up.
  reason               text,
  closed_at            timestamptz(3),
  note                 text,
  created_at           timestamptz(3) not null default now(),
  changed_at           timestamptz(3) not null default now(),
  changed_by           bigint,
  version              integer not null default 1,
  primary key (site_id, fls_case_id),
  unique (site_id, fracture_episode_id),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, fracture_episode_id) references fracture_episode,
  foreign key (site_id, owner_id) references app_user (site_id, app_user_id),
  foreign key (site_id, changed_by) references app_user (site_id, app_user_id),
  check ((state = 'snoozed') = (snoozed_until is not null)),
  check (state not in ('rejected', 'closed') or reason is not null)
);
create index fls_case_worklist on fls_case (site_id, stage, urgency desc, fracture_on desc, fls_case_id)
  where state in ('to-review', 'open');
create index fls_case_due on fls_case (site_id, due_on, fls_case_id) where state in ('to-review', 'open');
create index fls_case_of_owner on fls_case (site_id, owner_id, due_on) where state in ('to-review', 'open');
create index fls_case_snoozed on fls_case (site_id, snoozed_until) where state = 'snoozed';
create index fls_case_of_person on fls_case (site_id, person_id);
select protect_site('fls_case');

create table verdict (
  site_id              text not null references site,
  verdict_id           bigint generated always as identity,
  person_id            bigint not null,
  fls_case_id          bigint,
  fracture_episode_id  bigint,
  finding_id           bigint,
  -- A random report that was not flagged, looked at to see what is missed.
  report_id            bigint,
  verdict              text not null check (verdict in
                       ('confirmed', 'corrected', 'rejected', 'snoozed', 'not-useful', 'missed', 'nothing-missed')),
  reason               text,
  correction           jsonb,
  given_by             bigint not null,
  given_at             timestamptz(3) not null default now(),
  knowledge_version    text,
  -- Taken back by a later one.
  undone_by_id         bigint,
  primary key (site_id, verdict_id),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, fls_case_id) references fls_case,
  foreign key (site_id, fracture_episode_id) references fracture_episode,
  foreign key (site_id, finding_id) references finding,
  foreign key (site_id, report_id) references report,
  foreign key (site_id, given_by) references app_user (site_id, app_user_id),
  foreign key (site_id, undone_by_id) references verdict,
  check (fls_case_id is not null or fracture_episode_id is not null or finding_id is not null or report_id is not null)
);
create index verdict_of_person on verdict (site_id, person_id);
create index verdict_of_case on verdict (site_id, fls_case_id) where fls_case_id is not null;
create index verdict_of_finding on verdict (site_id, finding_id) where finding_id is not null;
create index verdict_of_episode on verdict (site_id, fracture_episode_id) where fracture_episode_id is not null;
create index verdict_of_report on verdict (site_id, report_id) where report_id is not null;
create index verdict_undone on verdict (site_id, undone_by_id) where undone_by_id is not null;
create index verdict_given on verdict (site_id, given_at);
select protect_site('verdict');

create table task (
  site_id       text not null references site,
  task_id       bigint generated always as identity,
  person_id     bigint not null,
  fls_case_id   bigint,
  kind          text not null,
  title         text not null,
  due_on        date,
  owner_id      bigint,
  created_by    bigint,
  created_at    timestamptz(3) not null default now(),
  done_by       bigint,
  done_at       timestamptz(3),
  cancelled_at  timestamptz(3),
  version       integer not null default 1,
  primary key (site_id, task_id),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, fls_case_id) references fls_case,
  foreign key (site_id, owner_id) references app_user (site_id, app_user_id),
  foreign key (site_id, created_by) references app_user (site_id, app_user_id),
  foreign key (site_id, done_by) references app_user (site_id, app_user_id)
);
create index task_due on task (site_id, due_on, task_id) where done_at is null and cancelled_at is null;
create index task_of_person on task (site_id, person_id);
create index task_of_case on task (site_id, fls_case_id) where fls_case_id is not null;
select protect_site('task');
