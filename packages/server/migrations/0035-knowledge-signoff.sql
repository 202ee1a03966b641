-- A signature is under the content of a rule set, not only under the version of all knowledge: it holds as long as that
-- content stays as it was read, and lapses when one of its rules or numbers changes.
alter table knowledge_signoff add column content_hash text not null default '';
alter table knowledge_signoff alter column content_hash drop default;
