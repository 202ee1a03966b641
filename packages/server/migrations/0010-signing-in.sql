-- What signing in needs beyond 0001.

-- The page for signing in must name the hospitals before anybody is known. Only a transaction that asks for nothing else
-- sees them: with this setting and no hospital, every other table stays empty.
create policy directory on site for select using (current_setting('breekpunt.directory', true) = 'names');

alter table app_user
  -- The newest code that was accepted: no code opens the door twice.
  add column second_factor_step bigint,
  -- Somebody else chose the password, so it is good for one sign-in.
  add column must_change_password boolean not null default false,
  add column changed_at timestamptz(3) not null default now();

create index session_by_end on session (site_id, expires_at) where ended_at is null;
