-- A counting that failed, so that whoever looks at the figures knows that they are old, since when, and when it is tried again. The
-- row goes when a counting ends well.
create table counting_failure (
  site_id    text not null references site,
  -- The last attempt.
  failed_at  timestamptz(3) not null,
  attempts   integer not null check (attempts > 0),
  -- database: it did not answer; disk: it could keep nothing more; program: a mistake, which the log names.
  reason     text not null check (reason in ('database', 'disk', 'program')),
  next_at    timestamptz(3) not null,
  primary key (site_id)
);
select protect_site('counting_failure');
