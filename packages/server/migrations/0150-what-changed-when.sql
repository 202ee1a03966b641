-- When a row changed of which no other column tells it: the words of a task, the day of a contact or of an arranged dose. And how often
-- an arranged dose was moved or called off (RFC 5545, SEQUENCE).
alter table task add column changed_at timestamptz(3);
alter table contact add column changed_at timestamptz(3);
alter table injection
  add column changed_at timestamptz(3),
  add column calendar_sequence integer not null default 0;
