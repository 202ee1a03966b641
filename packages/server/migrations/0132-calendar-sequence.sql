-- How often an entry of a calendar was moved or called off (RFC 5545, SEQUENCE): a program that holds an older one takes the newer.
alter table appointment add column calendar_sequence integer not null default 0;
alter table contact add column calendar_sequence integer not null default 0;
