-- Other systems that meet this one at standard doors: they ask for cards (CDS Hooks), fetch records with a token of their own
-- (SMART backend services), or open this app from theirs (SMART app launch). One row is one system of the hospital; which
-- doors it may use is told by what is filled in.

create table connected_system (
  site_id              text not null references site,
  connected_system_id  bigint generated always as identity,
  -- Its account, of role machine, so that the audit log can name it.
  app_user_id          bigint not null,
  name                 text not null check (length(name) > 0),
  -- With the hospital before it, the client id by which it asks for tokens.
  client_code          text not null,
  -- How it names itself in tokens that it signs.
  issuer               text,
  -- Its public keys: where they are read, or as they were pasted.
  jwks_url             text,
  jwks                 jsonb,
  -- Base address of its FHIR server.
  fhir_base            text,
  -- Further hosts that may be asked on its behalf, such as the one where it signs people in.
  hosts                text[] not null default '{}',
  -- own: its hosts may have addresses of the hospital's own network.
  network              text not null default 'public' check (network in ('public', 'own')),
  -- What it may fetch: system/Observation.read …
  scopes               text[] not null default '{}',
  -- The system under which its Patient resources carry the hospital's number, and who gives that number out here.
  patient_system       text,
  patient_assigner     text,
  -- Under which it knows this app when it opens it.
  launch_client        text,
  -- Encrypted like identifiers; null when the app needs no secret there.
  launch_secret        bytea,
  -- The claim that holds the login of the person who opens the app.
  login_claim          text not null default 'preferred_username',
  created_by           bigint,
  created_at           timestamptz(3) not null default now(),
  changed_at           timestamptz(3) not null default now(),
  ended_at             timestamptz(3),
  version              integer not null default 1,
  primary key (site_id, connected_system_id),
  unique (site_id, client_code),
  foreign key (site_id, app_user_id) references app_user,
  foreign key (site_id, created_by) references app_user (site_id, app_user_id)
);
create unique index connected_system_issuer on connected_system (site_id, issuer) where ended_at is null;
create unique index connected_system_fhir on connected_system (site_id, fhir_base) where ended_at is null;
select protect_site('connected_system', 'select, insert, update');

-- A signed token is good once: its number is kept until it would have ended by itself.
create table used_token (
  site_id              text not null,
  connected_system_id  bigint not null,
  -- SHA-256 of the number that its maker gave it.
  token_hash           bytea not null,
  expires_at           timestamptz(3) not null,
  primary key (site_id, connected_system_id, token_hash),
  foreign key (site_id, connected_system_id) references connected_system
);
select protect_site('used_token', 'select, insert, delete');

-- Tokens given to systems that fetch records.
create table access_token (
  site_id              text not null,
  -- SHA-256 of the token: a stolen table opens no door.
  token_hash           bytea not null,
  connected_system_id  bigint not null,
  scopes               text[] not null,
  created_at           timestamptz(3) not null default now(),
  expires_at           timestamptz(3) not null,
  primary key (site_id, token_hash),
  foreign key (site_id, connected_system_id) references connected_system
);
create index access_token_of_system on access_token (site_id, connected_system_id);
select protect_site('access_token', 'select, insert, delete');

-- Whose account here belongs to a person whom another system signs in.
create table system_account (
  site_id              text not null,
  connected_system_id  bigint not null,
  -- As that system names the person, for ever.
  subject              text not null,
  app_user_id          bigint not null,
  bound_at             timestamptz(3) not null default now(),
  primary key (site_id, connected_system_id, subject),
  unique (site_id, connected_system_id, app_user_id),
  foreign key (site_id, connected_system_id) references connected_system,
  foreign key (site_id, app_user_id) references app_user
);
select protect_site('system_account', 'select, insert');
