-- An attempt need not have failed: a later day may have been agreed on, or the patient asks not to be rung. Both stand with the
-- person, as does a number that proved wrong, so that nobody rings it again before it was looked up.
alter table contact_attempt drop constraint contact_attempt_outcome_check;
alter table contact_attempt
  add column again_on date,
  add constraint contact_attempt_outcome_check check (outcome in
    ('no-answer', 'voicemail', 'wrong-number', 'later', 'in-hospital', 'abroad', 'not-by-phone')),
  add check (again_on is null or outcome in ('later', 'in-hospital', 'abroad'));

alter table person
  add column phone_wrong boolean not null default false,
  -- What the register of the hospital said last: a number that a nurse put right is not undone by an old one told again.
  add column phone_registered text,
  add column not_by_phone boolean not null default false;
