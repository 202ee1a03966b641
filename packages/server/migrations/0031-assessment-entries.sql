-- What people answered in the assessment of a case, one question at a time, and decisions that can be made again.

-- An answer is never changed: a later one stands over it. The newest of each question counts; its version is what the
-- next person has to have seen.
create table assessment_entry (
  site_id              text not null references site,
  assessment_entry_id  bigint generated always as identity,
  fls_case_id          bigint not null,
  field                text not null,
  version              integer not null check (version > 0),
  -- "no", or a value as the question takes it; null when somebody took the answer back.
  answer               jsonb,
  recorded_by          bigint not null,
  recorded_at          timestamptz(3) not null default now(),
  primary key (site_id, assessment_entry_id),
  unique (site_id, fls_case_id, field, version),
  foreign key (site_id, fls_case_id) references fls_case,
  foreign key (site_id, recorded_by) references app_user (site_id, app_user_id)
);
select protect_site('assessment_entry', 'select, insert');

-- A falls assessment is answered piece by piece before anybody can say that it is done.
alter table falls_assessment drop constraint falls_assessment_outcome_check;
alter table falls_assessment add constraint falls_assessment_outcome_check
  check (outcome in ('begun', 'done', 'referred', 'not-done'));
alter table falls_assessment drop constraint falls_assessment_check;
alter table falls_assessment add constraint falls_assessment_check
  check (outcome in ('begun', 'not-done') or assessed_on is not null);

alter table decision drop constraint decision_outcome_check;
alter table decision add constraint decision_outcome_check check (outcome in
  ('medicine', 'not-indicated', 'contraindicated', 'declined', 'referred', 'postponed', 'option'));
-- What was decided about, the word of the choice, and the whole record by which it is made again; null for decisions
-- that were written down without the rules.
alter table decision add column topic text not null default 'bone'
  check (topic in ('bone', 'hip-fracture', 'spine', 'necrosis', 'osteoarthritis'));
alter table decision add column choice text;
alter table decision add column record jsonb;
alter table decision add constraint decision_option check (outcome <> 'option' or choice is not null);
