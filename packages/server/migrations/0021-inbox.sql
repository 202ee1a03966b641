-- The doors: what came with a message beside its reports, whom it was about, and how to undo a merge of two records.

alter table inbox_message
  -- The file's own name, for uploads.
  add column file_name  text,
  -- How to read it, for uploads: which column holds what.
  add column reading    jsonb,
  -- Things a person should know that held nothing up, such as a wrong check digit. Words of the program.
  add column warnings   text[] not null default '{}',
  -- How many reports, measurements and other items were in it and what became of them.
  add column counts     jsonb not null default '{}';
create index inbox_message_in_order on inbox_message (site_id, order_key, inbox_message_id) where state = 'received';
create index inbox_message_newest on inbox_message (site_id, received_at desc, inbox_message_id desc);

alter table person
  -- When the sender wrote what is known of the person: an older message does not overwrite a newer one.
  add column details_sent_at  timestamptz(3);

create table appointment (
  site_id           text not null references site,
  appointment_id    bigint generated always as identity,
  person_id         bigint not null,
  source_system     text not null,
  source_id         text not null,
  status            text not null check (status in ('booked', 'changed', 'cancelled', 'no-show')),
  starts_at         timestamptz(3),
  duration_minutes  integer check (duration_minutes > 0),
  reason            text,
  place             text,
  sent_at           timestamptz(3),
  inbox_message_id  bigint,
  recorded_at       timestamptz(3) not null default now(),
  primary key (site_id, appointment_id),
  unique (site_id, source_system, source_id),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, inbox_message_id) references inbox_message
);
create index appointment_of_person on appointment (site_id, person_id, starts_at);
create index appointment_of_message on appointment (site_id, inbox_message_id) where inbox_message_id is not null;
select protect_site('appointment');

-- What other systems tell of a person's care: medicines, procedures, stays. For the timeline and the assessment.
create table care_event (
  site_id           text not null references site,
  care_event_id     bigint generated always as identity,
  person_id         bigint not null,
  kind              text not null check (kind in ('medicine', 'procedure', 'stay')),
  source_system     text not null,
  source_id         text not null,
  -- As the sender gives them: system and code, the first that we know.
  code_system       text,
  code              text,
  name              text not null,
  status            text not null check (status in ('planned', 'active', 'completed', 'stopped', 'entered-in-error', 'not-recorded')),
  started_on        date,
  ended_on          date,
  inbox_message_id  bigint,
  recorded_at       timestamptz(3) not null default now(),
  primary key (site_id, care_event_id),
  unique (site_id, kind, source_system, source_id),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, inbox_message_id) references inbox_message
);
create index care_event_of_person on care_event (site_id, person_id, kind, started_on);
create index care_event_of_message on care_event (site_id, inbox_message_id) where inbox_message_id is not null;
select protect_site('care_event');

alter table dxa_scan
  add column source_system     text,
  add column source_id         text,
  add column inbox_message_id  bigint,
  add foreign key (site_id, inbox_message_id) references inbox_message;
create unique index dxa_scan_source on dxa_scan (site_id, source_system, source_id) where source_id is not null;
create index dxa_scan_of_message on dxa_scan (site_id, inbox_message_id) where inbox_message_id is not null;

create table person_merge (
  site_id           text not null references site,
  person_merge_id   bigint generated always as identity,
  retired_id        bigint not null,
  survivor_id       bigint not null,
  inbox_message_id  bigint,
  merged_by         bigint,
  merged_at         timestamptz(3) not null default now(),
  undone_by         bigint,
  undone_at         timestamptz(3),
  primary key (site_id, person_merge_id),
  foreign key (site_id, retired_id) references person (site_id, person_id),
  foreign key (site_id, survivor_id) references person (site_id, person_id),
  foreign key (site_id, inbox_message_id) references inbox_message,
  foreign key (site_id, merged_by) references app_user (site_id, app_user_id),
  foreign key (site_id, undone_by) references app_user (site_id, app_user_id),
  check (retired_id <> survivor_id)
);
create unique index person_merge_in_force on person_merge (site_id, retired_id) where undone_at is null;
create index person_merge_retired on person_merge (site_id, retired_id);
create index person_merge_survivor on person_merge (site_id, survivor_id);
create index person_merge_of_message on person_merge (site_id, inbox_message_id) where inbox_message_id is not null;
select protect_site('person_merge');

-- The rows that belong to the retired record: moved at the merge, or arrived for it since.
create table person_merge_row (
  site_id          text not null,
  person_merge_id  bigint not null,
  moved_from       text not null,
  row_id           bigint not null,
  primary key (site_id, person_merge_id, moved_from, row_id),
  foreign key (site_id, person_merge_id) references person_merge
);
select protect_site('person_merge_row');

-- Which column holds what, remembered by the headers of a table, so that next month's file needs no mapping.
create table column_mapping (
  site_id     text not null references site,
  -- The headers of the table, as a JSON list.
  headers     text not null,
  mapping     jsonb not null,
  changed_by  bigint,
  changed_at  timestamptz(3) not null default now(),
  primary key (site_id, headers),
  foreign key (site_id, changed_by) references app_user (site_id, app_user_id)
);
select protect_site('column_mapping');
