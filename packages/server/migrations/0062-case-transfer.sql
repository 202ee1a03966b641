-- A case that goes to another hospital of this installation with its history. Hospitals never read each other's rows: the
-- case is written down as a file, encrypted like identifiers, handed over, and taken in by somebody there.
create table case_transfer (
  site_id           text not null references site,
  case_transfer_id  bigint generated always as identity,
  -- The same at both hospitals, so that handing it over twice brings it once.
  transfer_key      text not null,
  direction         text not null check (direction in ('out', 'in')),
  other_site        text not null,
  other_name        text not null,
  -- Null at the receiving hospital until it was taken in.
  person_id         bigint,
  fls_case_id       bigint,
  -- Who said yes to it.
  consent_by        text not null check (consent_by in ('patient', 'representative')),
  -- Null once it was taken in.
  sealed            bytea,
  state             text not null check (state in ('sent', 'delivered', 'waiting', 'taken-in')),
  done_by           bigint,
  made_at           timestamptz(3) not null default now(),
  done_at           timestamptz(3),
  primary key (site_id, case_transfer_id),
  unique (site_id, transfer_key, direction),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, fls_case_id) references fls_case,
  foreign key (site_id, done_by) references app_user (site_id, app_user_id)
);
create index case_transfer_of_person on case_transfer (site_id, person_id);
create index case_transfer_of_case on case_transfer (site_id, fls_case_id);
create index case_transfer_waiting on case_transfer (site_id, state);
select protect_site('case_transfer', 'select, insert, update');

-- Who decides has an account of this hospital. Of a decision that came with a case, that is who took it in; this says where
-- and by whom it was made.
alter table decision add column taken_over jsonb;
