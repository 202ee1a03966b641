-- A calendar of one's own contacts, for a calendar program that cannot sign in: whoever has the address reads it, and ending
-- it closes that address for good.
create table calendar_feed (
  site_id           text not null,
  calendar_feed_id  bigint generated always as identity,
  app_user_id       bigint not null,
  -- SHA-256 of the secret in the address.
  token_hash        bytea not null,
  created_at        timestamptz(3) not null default now(),
  last_read_at      timestamptz(3),
  revoked_at        timestamptz(3),
  primary key (site_id, calendar_feed_id),
  unique (site_id, token_hash),
  foreign key (site_id, app_user_id) references app_user
);
create index calendar_feed_of_user on calendar_feed (site_id, app_user_id);
select protect_site('calendar_feed', 'select, insert, update');
