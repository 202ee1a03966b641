-- How far patients came on the path of the service, by the month in which they were found: one letter for each step, so that who was
-- lost between two steps is known without looking at every case.
create table indicator_path (
  site_id   text not null references site,
  month     date not null,
  path      text not null,
  patients  integer not null,
  primary key (site_id, month, path)
);
select protect_site('indicator_path');

-- Nothing of it was counted yet: the next counting looks at every case. The figures of before stay.
alter table indicator_run no force row level security;
update indicator_run set wholly_at = null;
alter table indicator_run force row level security;
