-- Why a message, or a part of it, was not read: as data, so that the page says it in the reader's words. No value of the message.
alter table inbox_message add column reason_unread jsonb;
