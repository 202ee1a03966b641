-- What was decided, given, said and sent; and what the patient wrote back.

create table decision (
  site_id            text not null references site,
  decision_id        bigint generated always as identity,
  person_id          bigint not null,
  fls_case_id        bigint not null,
  outcome            text not null check (outcome in
                     ('medicine', 'not-indicated', 'contraindicated', 'declined', 'referred', 'postponed')),
  risk_category      text,
  medicine_atc       text,
  dose               text,
  start_planned_on   date,
  referred_to        text,
  reimbursement      jsonb,
  supplements        jsonb,
  -- With these the decision can be computed again as it was.
  inputs             jsonb not null,
  reasons            jsonb not null,
  knowledge_version  text not null,
  -- The physician chose otherwise than the rules suggest.
  override_reason    text,
  decided_on         date not null,
  decided_by         bigint not null,
  recorded_at        timestamptz(3) not null default now(),
  replaces_id        bigint,
  primary key (site_id, decision_id),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, fls_case_id) references fls_case,
  foreign key (site_id, decided_by) references app_user (site_id, app_user_id),
  foreign key (site_id, replaces_id) references decision,
  check (outcome <> 'medicine' or medicine_atc is not null)
);
create index decision_of_case on decision (site_id, fls_case_id);
create index decision_replaced on decision (site_id, replaces_id) where replaces_id is not null;
create index decision_of_person on decision (site_id, person_id);
select protect_site('decision');

create table contact (
  site_id                 text not null references site,
  contact_id              bigint generated always as identity,
  person_id               bigint not null,
  fls_case_id             bigint,
  moment                  text not null check (moment in ('3-months', '16-weeks', '6-months', '52-weeks', 'yearly', 'unplanned')),
  channel                 text check (channel in ('clinic', 'phone', 'video', 'letter', 'message', 'home', 'records')),
  planned_on              date,
  done_on                 date,
  outcome                 text check (outcome in ('reached', 'not-reached', 'declined', 'deceased', 'moved-away')),
  medicine_started        answer not null default 'not-recorded',
  medicine_started_on     date,
  still_prescribed        answer not null default 'not-recorded',
  dispensed               answer not null default 'not-recorded',
  exercise_started        answer not null default 'not-recorded',
  side_effects            answer not null default 'not-recorded',
  thigh_or_groin_pain     answer not null default 'not-recorded',
  dental_event            answer not null default 'not-recorded',
  new_fall                answer not null default 'not-recorded',
  new_fracture            answer not null default 'not-recorded',
  note                    text,
  recorded_by             bigint,
  recorded_at             timestamptz(3) not null default now(),
  version                 integer not null default 1,
  primary key (site_id, contact_id),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, fls_case_id) references fls_case,
  foreign key (site_id, recorded_by) references app_user (site_id, app_user_id),
  check (planned_on is not null or done_on is not null),
  check ((done_on is null) = (outcome is null))
);
create index contact_of_person on contact (site_id, person_id);
create index contact_of_case on contact (site_id, fls_case_id) where fls_case_id is not null;
create index contact_planned on contact (site_id, planned_on) where done_on is null;
select protect_site('contact');

create table injection (
  site_id           text not null references site,
  injection_id      bigint generated always as identity,
  person_id         bigint not null,
  fls_case_id       bigint,
  medicine_atc      text not null,
  due_on            date,
  given_on          date,
  next_due_on       date,
  not_given_reason  text,
  recorded_by       bigint,
  recorded_at       timestamptz(3) not null default now(),
  version           integer not null default 1,
  primary key (site_id, injection_id),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, fls_case_id) references fls_case,
  foreign key (site_id, recorded_by) references app_user (site_id, app_user_id),
  check (due_on is not null or given_on is not null),
  check (next_due_on is null or given_on is not null)
);
create index injection_of_person on injection (site_id, person_id);
create index injection_of_case on injection (site_id, fls_case_id) where fls_case_id is not null;
create index injection_due on injection (site_id, due_on) where given_on is null and not_given_reason is null;
select protect_site('injection');

create table letter (
  site_id            text not null references site,
  letter_id          bigint generated always as identity,
  person_id          bigint not null,
  fls_case_id        bigint,
  kind               text not null,
  language           text not null check (language in ('nl', 'fr', 'de', 'en')),
  recipient          text not null check (recipient in ('patient', 'general-practitioner', 'specialist', 'other')),
  content            jsonb not null,
  document           bytea,
  document_hash      bytea,
  content_version    text not null,
  created_by         bigint,
  created_at         timestamptz(3) not null default now(),
  signed_by          bigint,
  signed_at          timestamptz(3),
  sent_at            timestamptz(3),
  sent_by_way_of     text,
  primary key (site_id, letter_id),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, fls_case_id) references fls_case,
  foreign key (site_id, created_by) references app_user (site_id, app_user_id),
  foreign key (site_id, signed_by) references app_user (site_id, app_user_id)
);
create index letter_of_person on letter (site_id, person_id);
create index letter_of_case on letter (site_id, fls_case_id) where fls_case_id is not null;
select protect_site('letter');

create table guide_link (
  site_id          text not null references site,
  guide_link_id    bigint generated always as identity,
  person_id        bigint not null,
  fls_case_id      bigint,
  -- SHA-256 of the secret in the link.
  token_hash       bytea not null,
  language         text not null check (language in ('nl', 'fr', 'de', 'en')),
  content          jsonb not null,
  content_version  text not null,
  for_carer        boolean not null default false,
  created_by       bigint,
  created_at       timestamptz(3) not null default now(),
  expires_at       timestamptz(3) not null,
  revoked_at       timestamptz(3),
  last_opened_at   timestamptz(3),
  primary key (site_id, guide_link_id),
  unique (site_id, token_hash),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, fls_case_id) references fls_case,
  foreign key (site_id, created_by) references app_user (site_id, app_user_id)
);
create index guide_link_of_person on guide_link (site_id, person_id);
create index guide_link_of_case on guide_link (site_id, fls_case_id) where fls_case_id is not null;
select protect_site('guide_link');

create table diary_entry (
  site_id         text not null references site,
  diary_entry_id  bigint generated always as identity,
  person_id       bigint not null,
  guide_link_id   bigint not null,
  kind            text not null check (kind in ('exercise', 'pain', 'alarm-sign', 'fall', 'medicine', 'question', 'note')),
  entered_for     date not null,
  content         jsonb not null,
  entered_at      timestamptz(3) not null default now(),
  seen_by         bigint,
  seen_at         timestamptz(3),
  primary key (site_id, diary_entry_id),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, guide_link_id) references guide_link,
  foreign key (site_id, seen_by) references app_user (site_id, app_user_id)
);
create index diary_entry_of_person on diary_entry (site_id, person_id, entered_for);
create index diary_entry_of_link on diary_entry (site_id, guide_link_id);
create index diary_entry_unseen on diary_entry (site_id, entered_at) where seen_at is null;
select protect_site('diary_entry');

create table knowledge_signoff (
  site_id               text not null references site,
  knowledge_signoff_id  bigint generated always as identity,
  -- A rule (RB2), a parameter or a content block.
  subject               text not null,
  knowledge_version     text not null,
  decision              text not null check (decision in ('confirmed', 'refused', 'withdrawn')),
  note                  text,
  signed_by             bigint not null,
  signed_at             timestamptz(3) not null default now(),
  primary key (site_id, knowledge_signoff_id),
  foreign key (site_id, signed_by) references app_user (site_id, app_user_id)
);
create index knowledge_signoff_of_subject on knowledge_signoff (site_id, subject, signed_at);
select protect_site('knowledge_signoff', 'select, insert');
