-- Who did what, for whom, about which person, and when. Rows are added and never changed: the program's account has no
-- right to do anything else. Each row seals the one before it, and the head seals how many there are.

create table audit_event (
  site_id             text not null references site,
  sequence            bigint not null check (sequence >= 1),
  at                  timestamptz(3) not null,
  actor_kind          text not null check (actor_kind in ('user', 'patient', 'system', 'unknown')),
  app_user_id         bigint,
  -- The physician for whom a nurse acts, for instance.
  on_behalf_of_id     bigint,
  action              text not null,
  outcome             text not null check (outcome in ('done', 'refused', 'failed')),
  person_id           bigint,
  -- Everybody whom a list or search showed.
  shown_person_ids    bigint[] not null default '{}',
  object_type         text,
  object_id           text,
  -- Never the content of what was seen.
  detail              jsonb not null default '{}',
  break_glass_reason  text,
  address             text,
  previous_seal       bytea not null,
  seal                bytea not null,
  primary key (site_id, sequence)
);
create index audit_event_of_person on audit_event (site_id, person_id, at) where person_id is not null;
create index audit_event_shown on audit_event using gin (shown_person_ids);
create index audit_event_at on audit_event (site_id, at);
select protect_site('audit_event', 'select, insert');

create table audit_head (
  site_id   text primary key references site,
  sequence  bigint not null,
  seal      bytea not null,
  -- Over sequence and seal: cutting off the newest events shows.
  head_seal bytea not null
);
select protect_site('audit_head', 'select, insert, update');
