-- Bone density is searched by what was measured where, without naming a patient.
create index dxa_scan_by_region on dxa_scan (site_id, region, dxa_scan_id);
