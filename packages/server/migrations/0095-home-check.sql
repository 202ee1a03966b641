-- The answers to the check of home and aids, kept with the other things patients write.
alter table diary_entry drop constraint diary_entry_kind_check;
alter table diary_entry add constraint diary_entry_kind_check check (kind in
  ('exercise', 'pain', 'alarm-sign', 'fall', 'medicine', 'question', 'note', 'day', 'done', 'opioid-stop', 'teach-back',
   'weighed', 'home-check'));
