-- A half grade by eye is a suspicion: neither a fracture nor its absence. It is no number between grades, so it has a column
-- of its own and the grade beside it is empty.

alter table vertebra_reading add column suspected boolean not null default false;
alter table vertebra_reading add constraint vertebra_reading_suspected
  check (not suspected or (genant is null and graded_by is null and readable = 'yes'));
