-- Emergency access: somebody opened the record of a patient outside their ordinary scope, and said why. The audit log
-- holds every look; this says until when the door stands open, and whether the lead has gone through it.

create table emergency_access (
  site_id              text not null references site,
  emergency_access_id  bigint generated always as identity,
  app_user_id          bigint not null,
  person_id            bigint not null,
  reason               text not null check (length(reason) > 0),
  opened_at            timestamptz(3) not null,
  until                timestamptz(3) not null,
  reviewed_by          bigint,
  reviewed_at          timestamptz(3),
  primary key (site_id, emergency_access_id),
  foreign key (site_id, app_user_id) references app_user,
  foreign key (site_id, person_id) references person,
  foreign key (site_id, reviewed_by) references app_user (site_id, app_user_id),
  check (until > opened_at),
  check ((reviewed_by is null) = (reviewed_at is null))
);
create index emergency_access_of_user on emergency_access (site_id, app_user_id, person_id, until);
create index emergency_access_of_person on emergency_access (site_id, person_id);
select protect_site('emergency_access', 'select, insert, update');
