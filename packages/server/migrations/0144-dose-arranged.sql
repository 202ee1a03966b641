-- The day on which a dose that is due will be given, as somebody arranged it: who arranged it need not be asked again, and a day that
-- passed without the dose shows that nobody came.
alter table injection
  add column arranged_on date,
  add column arranged_by bigint,
  add foreign key (site_id, arranged_by) references app_user (site_id, app_user_id),
  add check (arranged_on is null or due_on is not null);
