-- Other systems are told that something happened: which event, and the ids of our rows it is about; never what stands in them.
-- An event and its deliveries are written in the transaction of what happened, and sent afterwards.

create table webhook (
  site_id      text not null references site,
  webhook_id   bigint generated always as identity,
  name         text not null check (length(name) > 0),
  url          text not null,
  -- own: its host may have an address of the hospital's own network.
  network      text not null default 'public' check (network in ('public', 'own')),
  -- case.found, alarm.red …
  topics       text[] not null,
  -- Encrypted like identifiers; shown once, when it was made.
  secret       bytea not null,
  created_by   bigint,
  created_at   timestamptz(3) not null default now(),
  ended_at     timestamptz(3),
  primary key (site_id, webhook_id),
  foreign key (site_id, created_by) references app_user (site_id, app_user_id)
);
select protect_site('webhook', 'select, insert, update');

create table webhook_event (
  site_id           text not null,
  webhook_event_id  bigint generated always as identity,
  topic             text not null,
  -- {"case": 12, "person": 7}
  ids               jsonb not null,
  -- What must be told once only, such as a contact that became due; null for what happens each time anew.
  once_key          text,
  happened_at       timestamptz(3) not null default now(),
  primary key (site_id, webhook_event_id)
);
create unique index webhook_event_once on webhook_event (site_id, once_key) where once_key is not null;
select protect_site('webhook_event', 'select, insert, delete');

create table webhook_delivery (
  site_id              text not null,
  webhook_delivery_id  bigint generated always as identity,
  webhook_id           bigint not null,
  webhook_event_id     bigint not null,
  state                text not null default 'waiting' check (state in ('waiting', 'delivered', 'given-up')),
  attempts             integer not null default 0,
  next_at              timestamptz(3) not null default now(),
  last_at              timestamptz(3),
  -- The status that came back; null when none did.
  last_status          integer,
  -- Why it failed, as a word of the program.
  last_problem         text,
  delivered_at         timestamptz(3),
  primary key (site_id, webhook_delivery_id),
  unique (site_id, webhook_event_id, webhook_id),
  foreign key (site_id, webhook_id) references webhook,
  foreign key (site_id, webhook_event_id) references webhook_event
);
create index webhook_delivery_waiting on webhook_delivery (site_id, state, next_at);
create index webhook_delivery_of_webhook on webhook_delivery (site_id, webhook_id, webhook_delivery_id);
select protect_site('webhook_delivery');
