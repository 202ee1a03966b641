-- How far the loading of a synthetic hospital came, so that it can go on where it was interrupted. Empty elsewhere.

create table demo_load (
  site_id       text primary key references site,
  -- The "today" of the invented hospital.
  invented_for  date not null,
  people        integer not null check (people >= 0),
  cared_for     integer not null default 0 check (cared_for between 0 and people),
  done_at       timestamptz(3)
);
select protect_site('demo_load', 'select, insert, update');

-- Every index begins with the hospital, so without statistics PostgreSQL takes them all for equally good, and reads a
-- whole hospital for each row that is added. After many rows at once the program asks for statistics; from PostgreSQL 17
-- on that can be allowed without owning a table. It shows no row to anybody. Before 17 the request is passed over, and
-- PostgreSQL makes its statistics when it gets to it.
do $$
begin
  if current_setting('server_version_num')::integer >= 170000 then
    grant maintain on person, person_identifier, report, finding, fracture_episode, fls_case to breekpunt_app;
  end if;
end $$;
