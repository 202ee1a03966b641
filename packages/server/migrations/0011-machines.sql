-- Programs of the hospital that bring messages or fetch figures, such as an interface engine. Each has an account, so that
-- the audit log can name it, and keys instead of a password.

alter table app_user drop constraint app_user_role_check;
alter table app_user add constraint app_user_role_check
  check (role in ('nurse', 'physician', 'lead', 'it', 'auditor', 'machine'));
alter table app_user add constraint app_user_machine_has_keys_only
  check (role <> 'machine' or (password_hash is null and second_factor is null and oidc_subject is null));

create table machine_key (
  site_id         text not null,
  machine_key_id  bigint generated always as identity,
  app_user_id     bigint not null,
  -- SHA-256 of the key: a stolen table opens no door.
  token_hash      bytea not null,
  created_by      bigint,
  created_at      timestamptz(3) not null default now(),
  last_used_at    timestamptz(3),
  ended_at        timestamptz(3),
  primary key (site_id, machine_key_id),
  unique (site_id, token_hash),
  foreign key (site_id, app_user_id) references app_user,
  foreign key (site_id, created_by) references app_user (site_id, app_user_id)
);
create index machine_key_of_machine on machine_key (site_id, app_user_id);
select protect_site('machine_key', 'select, insert, update');
