-- What arrived, what it says, and what the case finder read in it.

create table inbox_message (
  site_id           text not null references site,
  inbox_message_id  bigint generated always as identity,
  door              text not null check (door in ('mllp', 'fhir', 'upload', 'folder', 'manual')),
  format            text not null,
  -- Sending application and facility, as the message names them.
  sender            text not null default '',
  control_id        text,
  content_hash      bytea not null,
  raw               bytea not null,
  received_at       timestamptz(3) not null default now(),
  -- Messages with the same key are processed in order of arrival: usually a blind index of the patient.
  order_key         bytea,
  state             text not null default 'received' check (state in ('received', 'processed', 'quarantined', 'set-aside')),
  -- Why it stands in quarantine, without words of the message.
  reason            text,
  reason_place      text,
  attempts          integer not null default 0,
  processed_at      timestamptz(3),
  primary key (site_id, inbox_message_id)
);
create unique index inbox_message_content on inbox_message (site_id, content_hash);
create index inbox_message_control on inbox_message (site_id, sender, control_id) where control_id is not null;
create index inbox_message_waiting on inbox_message (site_id, inbox_message_id) where state = 'received';
create index inbox_message_quarantine on inbox_message (site_id, received_at) where state = 'quarantined';
select protect_site('inbox_message');

create table report (
  site_id            text not null references site,
  report_id          bigint generated always as identity,
  person_id          bigint not null,
  -- The sender's own name for the report; a correction comes under the same name.
  source_system      text not null default '',
  source_id          text not null,
  revision           integer not null default 1 check (revision >= 1),
  inbox_message_id   bigint,
  kind               text,
  title              text,
  reported_on        date,
  reported_at        timestamptz(3),
  language           text check (language in ('nl', 'fr', 'de', 'en')),
  -- As received: findings point into it by UTF-16 offsets.
  body               text not null,
  status             text not null default 'final'
                     check (status in ('preliminary', 'final', 'corrected', 'cancelled', 'entered-in-error')),
  -- A later revision took its place.
  superseded         boolean not null default false,
  triage             text check (triage in ('fracture', 'prevalent-vertebral', 'possible', 'none')),
  limitations        text[] not null default '{}',
  knowledge_version  text,
  scanned_at         timestamptz(3),
  received_at        timestamptz(3) not null default now(),
  primary key (site_id, report_id),
  unique (site_id, source_system, source_id, revision),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, inbox_message_id) references inbox_message
);
create index report_of_person on report (site_id, person_id, reported_on);
create index report_of_message on report (site_id, inbox_message_id) where inbox_message_id is not null;
create index report_to_scan on report (site_id, report_id) where scanned_at is null;
select protect_site('report');

create table fracture_episode (
  site_id              text not null references site,
  fracture_episode_id  bigint generated always as identity,
  person_id            bigint not null,
  -- The case finder's stable name for it, after its first statement; one within a person.
  episode_key          text not null,
  fracture_site        text not null,
  side                 text check (side in ('left', 'right', 'both')),
  levels               text[] not null default '{}',
  -- When it happened, as far as the sources tell together.
  earliest_on          date,
  latest_on            date,
  date_basis           text not null check (date_basis in
                       ('stated-day', 'stated-year', 'called-acute', 'called-subacute', 'called-old', 'first-seen')),
  first_seen_on        date,
  last_seen_on         date,
  status               text not null check (status in ('present', 'possible', 'excluded')),
  onset                text not null check (onset in ('incident', 'prevalent', 'undetermined')),
  mechanism            text not null check (mechanism in ('high-energy', 'low-energy', 'contradictory', 'not-recorded')),
  kinds                text[] not null default '{}',
  flags                text[] not null default '{}',
  genant               smallint check (genant between 0 and 3),
  height_loss_percent  numeric(5, 2),
  pathological         answer not null default 'not-recorded',
  periprosthetic       answer not null default 'not-recorded',
  atypical_femur       answer not null default 'not-recorded',
  admitted             answer not null default 'not-recorded',
  -- Only care for a fracture known before was registered.
  aftercare_only       boolean not null default false,
  -- The statement that excluded it.
  excluded_by          jsonb,
  follows_id           bigint,
  follows_as           text check (follows_as in ('progression', 'new-event')),
  eligibility          text not null default 'cannot-tell' check (eligibility in ('eligible', 'not-eligible', 'cannot-tell')),
  eligibility_reasons  jsonb not null default '[]',
  missing_facts        text[] not null default '{}',
  -- Statements that make it up, and what a person must look at.
  evidence             jsonb not null default '[]',
  notes                jsonb not null default '[]',
  knowledge_version    text not null,
  confirmed_by         bigint,
  confirmed_at         timestamptz(3),
  created_at           timestamptz(3) not null default now(),
  changed_at           timestamptz(3) not null default now(),
  version              integer not null default 1,
  primary key (site_id, fracture_episode_id),
  unique (site_id, person_id, episode_key),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, follows_id) references fracture_episode,
  foreign key (site_id, confirmed_by) references app_user (site_id, app_user_id),
  check (earliest_on <= latest_on),
  check ((follows_id is null) = (follows_as is null))
);
create index fracture_episode_follows on fracture_episode (site_id, follows_id) where follows_id is not null;
select protect_site('fracture_episode');

create table finding (
  site_id              text not null references site,
  finding_id           bigint generated always as identity,
  person_id            bigint not null,
  source               text not null check (source in ('report', 'code', 'manual')),
  report_id            bigint,
  -- Place among the report's findings, from 0.
  ordinal              integer,
  code_system          text,
  code                 text,
  -- The sender's own id of the coded entry.
  code_entry_id        text,
  code_encounter       text check (code_encounter in ('initial', 'subsequent', 'sequela')),
  stated_on            date,
  -- The day of the fracture itself, when the sender gives it beside the code.
  onset_on             date,
  kind                 text not null check (kind in
                       ('fracture', 'vertebral-deformity', 'treated-fracture', 'non-union', 'device-failure')),
  fracture_site        text not null,
  side                 text check (side in ('left', 'right', 'both')),
  levels               text[] not null default '{}',
  presence             text not null check (presence in ('present', 'possible', 'absent')),
  absent_scope         text check (absent_scope in ('any', 'acute', 'displaced')),
  experiencer          text not null check (experiencer in ('patient', 'family', 'other')),
  fracture_time        text not null check (fracture_time in ('acute', 'subacute', 'old', 'undetermined')),
  flags                text[] not null default '{}',
  genant               smallint check (genant between 0 and 3),
  height_loss_percent  numeric(5, 2),
  displaced            answer not null default 'not-recorded',
  section              text,
  fracture_year        smallint,
  span_start           integer,
  span_end             integer,
  mentions             jsonb not null default '[]',
  conflict             boolean not null default false,
  evidence             jsonb not null default '[]',
  fracture_episode_id  bigint,
  knowledge_version    text not null,
  found_at             timestamptz(3) not null default now(),
  -- The report was corrected or cancelled: kept, but it speaks no more.
  withdrawn_at         timestamptz(3),
  withdrawn_reason     text,
  primary key (site_id, finding_id),
  unique (site_id, report_id, ordinal),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, report_id) references report,
  foreign key (site_id, fracture_episode_id) references fracture_episode,
  check ((source = 'report') = (report_id is not null and ordinal is not null and span_start is not null and span_end is not null)),
  check ((source = 'code') = (code_system is not null and code is not null)),
  check (span_start >= 0 and span_end > span_start),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index finding_of_person on finding (site_id, person_id);
create index finding_of_episode on finding (site_id, fracture_episode_id) where fracture_episode_id is not null;
select protect_site('finding');
