-- Brace, cement and pain relief are decided and signed like the other topics.

alter table decision drop constraint decision_topic_check;
alter table decision add constraint decision_topic_check check (topic in
  ('bone', 'hip-fracture', 'spine', 'brace', 'cement', 'necrosis', 'osteoarthritis', 'pain-relief'));
