-- Cards given to another system (CDS Hooks), and what the clinician there did with them.

create table hook_card (
  site_id               text not null,
  hook_card_id          bigint generated always as identity,
  connected_system_id   bigint not null,
  -- Named so in the feedback.
  card_uuid             text not null,
  -- The service that was asked: patient-view …
  service               text not null,
  -- What it said: density-missing, injection-overdue …
  about                 text not null,
  rules                 text[] not null default '{}',
  -- Null when the patient is nobody of this record.
  person_id             bigint,
  fls_case_id           bigint,
  given_at              timestamptz(3) not null,
  outcome               text check (outcome in ('accepted', 'overridden')),
  accepted_suggestions  text[] not null default '{}',
  -- The code of the reason, and what the clinician wrote beside it.
  override_reason       text,
  override_comment      text,
  -- When it was done there, and when that was told here.
  outcome_at            timestamptz(3),
  feedback_at           timestamptz(3),
  primary key (site_id, hook_card_id),
  unique (site_id, card_uuid),
  foreign key (site_id, connected_system_id) references connected_system,
  foreign key (site_id, person_id) references person,
  foreign key (site_id, fls_case_id) references fls_case,
  check ((outcome is null) = (feedback_at is null))
);
create index hook_card_of_system on hook_card (site_id, connected_system_id, given_at);
create index hook_card_of_person on hook_card (site_id, person_id);
create index hook_card_of_case on hook_card (site_id, fls_case_id);
select protect_site('hook_card', 'select, insert, update');
