-- Which of a hospital's own codes stand for which answer of the acute care of a hip: its procedures and coded findings fill the
-- block by themselves, whatever they are called there.

create table hip_care_code (
  site_id      text not null references site,
  -- As the sender writes it; the word of this program for a system that it knows.
  code_system  text not null,
  code         text not null,
  item         text not null check (item in ('operation', 'operation-as-advised', 'geriatrician', 'mobilised',
                 'delirium-tested', 'delirium', 'nutrition-assessed', 'home-at-120-days', 'medicine-at-120-days')),
  primary key (site_id, code_system, code)
);
select protect_site('hip_care_code', 'select, insert, delete');
