-- Follow-up: contacts that are owed, with their window and attempts; what patients answered before anybody called; and how
-- a drug ends. Denosumab cannot be written down as ended without what follows: the database itself refuses it.

-- A drug that is no longer taken, from which day, why, and what follows. Withdrawn when it was a mistake.
create table treatment_stop (
  site_id            text not null references site,
  treatment_stop_id  bigint generated always as identity,
  person_id          bigint not null,
  fls_case_id        bigint not null,
  medicine_atc       text not null,
  stopped_on         date not null,
  because            text not null check (because in
                     ('course-ended', 'side-effects', 'patient-wish', 'contraindicated', 'not-effective', 'other')),
  -- drug: another one from a day on. specialist: somebody decides by a day.
  plan               text not null check (plan in ('drug', 'specialist', 'none')),
  next_medicine_atc  text,
  next_on            date,
  next_by            text,
  note               text,
  recorded_by        bigint,
  recorded_at        timestamptz(3) not null default now(),
  withdrawn_by       bigint,
  withdrawn_at       timestamptz(3),
  primary key (site_id, treatment_stop_id),
  unique (site_id, treatment_stop_id, medicine_atc),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, fls_case_id) references fls_case,
  foreign key (site_id, recorded_by) references app_user (site_id, app_user_id),
  foreign key (site_id, withdrawn_by) references app_user (site_id, app_user_id),
  check (plan <> 'drug' or (next_medicine_atc is not null and next_on is not null)),
  check (plan <> 'specialist' or (next_by is not null and next_on is not null)),
  -- Rule FU3: several vertebrae broke after stopping without anything that followed.
  constraint denosumab_is_followed check (medicine_atc <> 'M05BX04' or plan <> 'none')
);
create index treatment_stop_of_person on treatment_stop (site_id, person_id);
create index treatment_stop_of_case on treatment_stop (site_id, fls_case_id);
select protect_site('treatment_stop', 'select, insert, update');

-- A dose that was dropped before this rule is owed again: somebody has to say what follows. The owner, too, is bound by
-- row-level security, and here all hospitals are meant.
alter table injection no force row level security;
update injection set not_given_reason = null where medicine_atc = 'M05BX04' and not_given_reason is not null;
alter table injection force row level security;
alter table injection
  add column treatment_stop_id bigint,
  add foreign key (site_id, treatment_stop_id, medicine_atc)
    references treatment_stop (site_id, treatment_stop_id, medicine_atc),
  add constraint denosumab_is_not_dropped
    check (medicine_atc <> 'M05BX04' or not_given_reason is null or treatment_stop_id is not null);
create index injection_of_stop on injection (site_id, treatment_stop_id);
create index injection_of_medicine_due on injection (site_id, medicine_atc, due_on)
  where given_on is null and not_given_reason is null;

alter table contact drop constraint contact_moment_check;
alter table contact drop constraint contact_channel_check;
alter table contact
  add constraint contact_moment_check check (moment in
    ('3-months', '16-weeks', '6-months', '52-weeks', 'yearly', 'injection', 'judge-again', 'course-end',
     'following-drug', 'unplanned')),
  add constraint contact_channel_check check (channel in
    ('clinic', 'phone', 'video', 'letter', 'message', 'home', 'records', 'guide')),
  -- The window; planned_on is the day it is meant for.
  add column window_from_on     date,
  add column window_until_on    date,
  -- Rules that ask for it.
  add column rules              text[] not null default '{}',
  add column owner_id           bigint,
  -- After an attempt that failed: not before this day.
  add column try_on             date,
  -- The drug it asks about.
  add column medicine_atc       text,
  add column has_questions      answer not null default 'not-recorded',
  -- When the patient answered in the guide.
  add column replied_at         timestamptz(3),
  add column cancelled_at       timestamptz(3),
  add column cancelled_because  text check (cancelled_because in
    ('deceased', 'declined', 'moved-away', 'new-fracture', 'case-ended', 'not-owed')),
  add column treatment_stop_id  bigint,
  add foreign key (site_id, owner_id) references app_user (site_id, app_user_id),
  add foreign key (site_id, treatment_stop_id, medicine_atc)
    references treatment_stop (site_id, treatment_stop_id, medicine_atc),
  add check (window_from_on is null or window_from_on <= window_until_on),
  add check ((cancelled_at is null) = (cancelled_because is null)),
  add constraint denosumab_call_has_a_plan
    check (done_on is null or still_prescribed <> 'no' or medicine_atc is distinct from 'M05BX04'
           or treatment_stop_id is not null);
drop index contact_planned;
create index contact_open on contact (site_id, window_until_on) where done_on is null and cancelled_at is null;
create index contact_made on contact (site_id, done_on) where done_on is not null;
create index contact_of_stop on contact (site_id, treatment_stop_id);
-- Two processes that plan at once plan it once.
create unique index contact_owed on contact (site_id, fls_case_id, moment)
  where done_on is null and cancelled_at is null and moment <> 'unplanned';

create table contact_attempt (
  site_id             text not null,
  contact_attempt_id  bigint generated always as identity,
  contact_id          bigint not null,
  channel             text not null check (channel in ('clinic', 'phone', 'video', 'letter', 'message', 'home')),
  outcome             text not null check (outcome in ('no-answer', 'voicemail', 'wrong-number', 'later')),
  tried_by            bigint not null,
  tried_at            timestamptz(3) not null default now(),
  primary key (site_id, contact_attempt_id),
  foreign key (site_id, contact_id) references contact,
  foreign key (site_id, tried_by) references app_user (site_id, app_user_id)
);
create index contact_attempt_of_contact on contact_attempt (site_id, contact_id);
select protect_site('contact_attempt', 'select, insert');

-- What the patient, or a carer, answered in the guide; the newest counts. The nurse's own answers stand on the contact.
create table contact_reply (
  site_id           text not null,
  contact_reply_id  bigint generated always as identity,
  contact_id        bigint not null,
  guide_link_id     bigint not null,
  -- Question → yes, no.
  answers           jsonb not null,
  note              text,
  given_at          timestamptz(3) not null default now(),
  primary key (site_id, contact_reply_id),
  foreign key (site_id, contact_id) references contact,
  foreign key (site_id, guide_link_id) references guide_link
);
create index contact_reply_of_contact on contact_reply (site_id, contact_id);
create index contact_reply_of_link on contact_reply (site_id, guide_link_id);
select protect_site('contact_reply', 'select, insert');
