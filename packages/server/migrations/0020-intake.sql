-- What intake needs to recognise what it has seen before, to keep one person's fractures in one case, and to tell the
-- nurse when the evidence of a case changes under her hands.

alter table report
  -- SHA-256 over everything of the report that counts: the same report once more changes nothing.
  add column content_hash  bytea,
  -- When the sender sent it: an older message that comes late does not undo a newer one.
  add column sent_at       timestamptz(3),
  -- The first revision of a later one: under its name all revisions make the same statements.
  add column first_revision_id  bigint,
  add foreign key (site_id, first_revision_id) references report;
create index report_revisions on report (site_id, first_revision_id) where first_revision_id is not null;

alter table fracture_episode
  -- The case in which this fracture is dealt with; several fractures of one person can share it.
  add column fls_case_id   bigint,
  -- No source states it any more: reports were corrected or cancelled, or it proved to be another episode.
  add column withdrawn_at  timestamptz(3),
  add foreign key (site_id, fls_case_id) references fls_case;
create index fracture_episode_of_case on fracture_episode (site_id, fls_case_id) where fls_case_id is not null;
create index fracture_episode_of_person on fracture_episode (site_id, person_id);

alter table fls_case
  -- What changed since a person last looked; emptied when she has seen it.
  add column news     text[] not null default '{}' check (news <@ array[
                      'new-evidence', 'another-fracture', 'evidence-corrected', 'evidence-withdrawn',
                      'no-longer-eligible', 'eligible-again', 'person-merged', 'person-unmerged']::text[]),
  add column news_at  timestamptz(3);
create index fls_case_news on fls_case (site_id, news_at desc) where news_at is not null;
