-- Of a value that cannot be true, which one it is and in which range it was expected: so that the page says it in the reader's words.
alter table inbox_message add column reason_expected jsonb;
