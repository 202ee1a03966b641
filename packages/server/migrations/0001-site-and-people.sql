-- A site is a hospital. Every table's key begins with site_id, foreign keys included: rows of one hospital can stand
-- together on one node, and row-level security shows each hospital its own rows alone.

create domain answer as text check (value in ('yes', 'no', 'not-recorded'));
comment on domain answer is 'Asked and yes, asked and no, or nobody recorded it. Not knowing never looks like health.';

-- Rows of the site that the transaction named, and no others; owners are held to it as well. Without a named site
-- nothing matches, so a forgotten name shows nothing instead of everything.
create function protect_site(target regclass, rights text default 'select, insert, update, delete')
returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy own_site on %s using (site_id = current_setting(''breekpunt.site'', true))'
    ' with check (site_id = current_setting(''breekpunt.site'', true))', target);
  execute format('grant %s on %s to breekpunt_app', rights, target);
end $$;

create table site (
  site_id     text primary key check (site_id ~ '^[a-z0-9][a-z0-9-]{0,38}$'),
  name        text not null,
  country     text not null check (country in ('BE', 'NL')),
  language    text not null check (language in ('nl', 'fr', 'de', 'en')),
  time_zone   text not null default 'Europe/Brussels',
  -- Invented patients: said on every page.
  synthetic   boolean not null default false,
  -- Which modules are switched on, and other choices of the hospital.
  choices     jsonb not null default '{}',
  -- Proves that the program holds the key with which this hospital's records are sealed.
  key_check   bytea not null,
  created_at  timestamptz(3) not null default now()
);
select protect_site('site', 'select, insert, update');

create table app_user (
  site_id          text not null references site,
  app_user_id      bigint generated always as identity,
  -- Lower case, trimmed, by the program.
  login            text not null,
  display_name     text not null,
  role             text not null check (role in ('nurse', 'physician', 'lead', 'it', 'auditor')),
  -- argon2id in PHC form; null when the person signs in elsewhere.
  password_hash    text,
  -- Encrypted like identifiers.
  second_factor    bytea,
  oidc_subject     text,
  language         text check (language in ('nl', 'fr', 'de', 'en')),
  failed_sign_ins  integer not null default 0,
  locked_until     timestamptz(3),
  signed_in_at     timestamptz(3),
  active           boolean not null default true,
  created_at       timestamptz(3) not null default now(),
  version          integer not null default 1,
  primary key (site_id, app_user_id),
  unique (site_id, login)
);
create unique index app_user_oidc on app_user (site_id, oidc_subject) where oidc_subject is not null;
select protect_site('app_user', 'select, insert, update');

create table session (
  site_id      text not null,
  -- SHA-256 of the token: a stolen table opens no session.
  token_hash   bytea not null,
  app_user_id  bigint not null,
  created_at   timestamptz(3) not null default now(),
  seen_at      timestamptz(3) not null default now(),
  expires_at   timestamptz(3) not null,
  ended_at     timestamptz(3),
  address      text,
  primary key (site_id, token_hash),
  foreign key (site_id, app_user_id) references app_user
);
create index session_of_user on session (site_id, app_user_id);
select protect_site('session');

create table person (
  site_id          text not null references site,
  person_id        bigint generated always as identity,
  family_name      text,
  given_name       text,
  -- Names as they are searched: lower case, without accents, family name first; made by the program.
  search_name      text not null default '',
  birth_date       date,
  -- How much of the birth date is known; the rest of the date then means nothing.
  birth_precision  text not null default 'not-recorded' check (birth_precision in ('day', 'month', 'year', 'not-recorded')),
  sex              text not null default 'not-recorded' check (sex in ('female', 'male', 'other', 'not-recorded')),
  language         text check (language in ('nl', 'fr', 'de', 'en')),
  country          text check (country in ('BE', 'NL')),
  deceased         answer not null default 'not-recorded',
  death_date       date,
  residence        text not null default 'not-recorded'
                   check (residence in ('home', 'home-with-help', 'care-home', 'other', 'not-recorded')),
  life_expectancy_under_a_year answer not null default 'not-recorded',
  able_to_decide   answer not null default 'not-recorded',
  clinical_frailty smallint check (clinical_frailty between 1 and 9),
  phone            text,
  email            text,
  address          text,
  general_practitioner text,
  insurer          text,
  -- This record was found to be the same person as another one; kept, so that it can be undone.
  merged_into_id   bigint,
  created_at       timestamptz(3) not null default now(),
  changed_at       timestamptz(3) not null default now(),
  version          integer not null default 1,
  primary key (site_id, person_id),
  foreign key (site_id, merged_into_id) references person,
  check (merged_into_id <> person_id),
  check ((birth_date is null) = (birth_precision = 'not-recorded')),
  check (death_date is null or deceased = 'yes')
);
create index person_by_name on person (site_id, search_name text_pattern_ops);
create index person_by_birth on person (site_id, birth_date);
create index person_merged on person (site_id, merged_into_id) where merged_into_id is not null;
select protect_site('person');

create table person_identifier (
  site_id               text not null,
  person_identifier_id  bigint generated always as identity,
  person_id             bigint not null,
  system                text not null check (system in ('be-insz', 'nl-bsn', 'local')),
  -- Who gives local numbers out, such as MSH-4 or a FHIR system; empty for national numbers.
  assigner              text not null default '',
  -- AES-256-GCM: nonce, tag, ciphertext.
  sealed                bytea not null,
  -- HMAC-SHA-256 of site, system, assigner and number: equal numbers can be found, not read.
  blind_index           bytea not null,
  check_digit           text not null check (check_digit in ('valid', 'invalid-check-digit', 'malformed', 'not-applicable')),
  recorded_at           timestamptz(3) not null default now(),
  ended_at              timestamptz(3),
  primary key (site_id, person_identifier_id),
  foreign key (site_id, person_id) references person
);
create unique index person_identifier_in_use on person_identifier (site_id, blind_index) where ended_at is null;
create index person_identifier_of_person on person_identifier (site_id, person_id);
select protect_site('person_identifier');
