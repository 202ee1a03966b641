-- Of two fractures on one day one is followed: the contacts of the other end for that reason.
alter table contact drop constraint contact_cancelled_because_check;
alter table contact add constraint contact_cancelled_because_check check (cancelled_because in
  ('deceased', 'declined', 'moved-away', 'new-fracture', 'same-day', 'case-ended', 'not-owed'));
