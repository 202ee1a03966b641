-- Every filter of the worklist is answered from an index alone. What the filters ask of the fracture stands beside the
-- case: what the sources say of it is written when the case opens or its episode changes (keep-cases.ts), and a
-- person's correction counts before it.

alter table fls_case
  add column stated_site    text,
  add column stated_status  text;

-- The owner, too, is bound by row-level security, and here all hospitals are meant.
alter table fls_case no force row level security;
alter table fracture_episode no force row level security;
update fls_case c set stated_site = e.fracture_site, stated_status = e.status
  from fracture_episode e
 where e.site_id = c.site_id and e.fracture_episode_id = c.fracture_episode_id;
alter table fls_case force row level security;
alter table fracture_episode force row level security;

alter table fls_case
  alter column stated_site set not null,
  alter column stated_status set not null,
  add column place_group text not null generated always as (
    case
      when coalesce(correction ->> 'site', stated_site) like 'hip.%' then 'hip'
      when coalesce(correction ->> 'site', stated_site) like 'vertebra.%' then 'vertebra'
      else 'other'
    end) stored;

-- One index for each order. They hold what the filters and the keys ask for, so that no case is opened to be left out.
drop index fls_case_by_urgency;
drop index fls_case_by_due;
drop index fls_case_by_opening;
drop index fls_case_counts;
drop index fracture_episode_place;
create index fls_case_by_urgency on fls_case
  (site_id, list, urgency, (coalesce(fracture_on, 'infinity'::date)), fls_case_id)
  include (fracture_on, due_on, owner_id, place_group, stated_status);
create index fls_case_by_due on fls_case
  (site_id, list, (coalesce(due_on, 'infinity'::date)), fls_case_id)
  include (due_on, owner_id, place_group, stated_status);
create index fls_case_by_opening on fls_case
  (site_id, list, opened_on, fls_case_id)
  include (due_on, owner_id, place_group, stated_status);
-- Counts read a whole list, from indexes whose equal keys are stored once.
create index fls_case_counts on fls_case (site_id, list, due_on, owner_id);
create index fls_case_filter_counts on fls_case (site_id, list, place_group, stated_status, due_on, owner_id);
