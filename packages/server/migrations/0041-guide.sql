-- The patient's own guide: what the team stated for it, who may open it, and what came back.

-- What the page of a case has no column for and the guide must know: the operation, the way home, pills, what the surgeon
-- asked to avoid. One row for a case, shared by the links of patient and carers; absent means nobody stated anything.
create table guide_facts (
  site_id      text not null references site,
  fls_case_id  bigint not null,
  facts        jsonb not null,
  changed_by   bigint not null,
  changed_at   timestamptz(3) not null default now(),
  version      integer not null default 1,
  primary key (site_id, fls_case_id),
  foreign key (site_id, fls_case_id) references fls_case,
  foreign key (site_id, changed_by) references app_user (site_id, app_user_id)
);
select protect_site('guide_facts', 'select, insert, update');

-- A link is a code on paper and a PIN given apart. The guide is compiled when it is read, so no copy of it is kept here.
alter table guide_link
  drop column content,
  drop column content_version,
  alter column fls_case_id set not null,
  -- The code, encrypted like identifiers: the team can print the sheet again, a stolen table opens nothing.
  add column code_sealed bytea not null,
  -- argon2id in PHC form.
  add column pin_hash text not null,
  add column wrong_pins integer not null default 0,
  add column wait_until timestamptz(3),
  add column opened_at timestamptz(3),
  add column revoked_by bigint,
  -- For a carer: who said yes to it, and on which day.
  add column consent_by text check (consent_by in ('patient', 'representative')),
  add column consent_on date,
  add constraint carer_with_consent check (not for_carer or (consent_by is not null and consent_on is not null)),
  add constraint guide_link_revoked_by foreign key (site_id, revoked_by) references app_user (site_id, app_user_id);

create table guide_session (
  site_id        text not null,
  -- SHA-256 of the cookie.
  token_hash     bytea not null,
  guide_link_id  bigint not null,
  -- The alarm check under way: sign → answer.
  check_answers  jsonb not null default '{}',
  created_at     timestamptz(3) not null default now(),
  seen_at        timestamptz(3) not null default now(),
  ended_at       timestamptz(3),
  primary key (site_id, token_hash),
  foreign key (site_id, guide_link_id) references guide_link
);
create index guide_session_of_link on guide_session (site_id, guide_link_id);
select protect_site('guide_session');

alter table diary_entry drop constraint diary_entry_kind_check;
alter table diary_entry add constraint diary_entry_kind_check check (kind in
  ('exercise', 'pain', 'alarm-sign', 'fall', 'medicine', 'question', 'note', 'day', 'done', 'opioid-stop', 'teach-back'));
-- What was written without a connection carries a number of its own, so that sending it twice keeps it once.
alter table diary_entry add column sent_id text;
create unique index diary_entry_sent on diary_entry (site_id, guide_link_id, sent_id) where sent_id is not null;

-- Services of the hospital and their numbers, for the guide and for letters. A service without a number is listed too.
create table hospital_service (
  site_id              text not null references site,
  hospital_service_id  bigint generated always as identity,
  kind                 text not null,
  name                 text not null check (length(name) > 0),
  phone                text,
  -- In the hospital's own words: "werkdagen 9-17 u".
  hours                text,
  place                text,
  position             integer not null default 0,
  changed_at           timestamptz(3) not null default now(),
  primary key (site_id, hospital_service_id)
);
select protect_site('hospital_service');
