-- Letters are drafted, edited, signed and sent. A signed letter never changes; a later one replaces it.

alter table letter
  add column version integer not null default 1,
  add column replaces_id bigint,
  add foreign key (site_id, replaces_id) references letter,
  -- What was signed is kept as it was signed.
  add check ((signed_at is null) = (signed_by is null)),
  add check (document is null or signed_at is not null);
create index letter_replaced on letter (site_id, replaces_id) where replaces_id is not null;

create table letter_sending (
  site_id            text not null references site,
  letter_sending_id  bigint generated always as identity,
  letter_id          bigint not null,
  way                text not null check (way in ('ehealth', 'mail', 'post', 'by-hand', 'portal')),
  recipient          text not null,
  sent_by            bigint not null,
  sent_at            timestamptz(3) not null default now(),
  primary key (site_id, letter_sending_id),
  foreign key (site_id, letter_id) references letter,
  foreign key (site_id, sent_by) references app_user (site_id, app_user_id)
);
create index letter_sending_of_letter on letter_sending (site_id, letter_id);
select protect_site('letter_sending', 'select, insert');

-- What stands at the head of every letter of this hospital; absent fields are said to be unknown.
create table letterhead (
  site_id     text not null references site,
  department  text,
  address     text,
  phone       text,
  email       text,
  changed_by  bigint not null,
  changed_at  timestamptz(3) not null default now(),
  primary key (site_id),
  foreign key (site_id, changed_by) references app_user (site_id, app_user_id)
);
select protect_site('letterhead');
