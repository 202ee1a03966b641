-- Tables that come by upload: which rows stayed out and why, and how the table is cut besides which column is which.

alter table inbox_message
  -- Rows that were readable and could not be taken: [{"place": "line 4", "code": "no-patient-number"}]. The rows
  -- themselves stand in raw.
  add column left_out  jsonb;

alter table column_mapping
  -- What a person said of the file's shape: delimiter, encoding, sheet, whether the first row holds headers.
  add column shape  jsonb not null default '{}';
