-- What the hospital knows of its own bone densitometers: which one made a scan, and how exactly each of them repeats itself.

alter table dxa_scan add column device_serial text;

-- A precision study is never changed; a wrong one is withdrawn and made anew. Of one device and region the newest counts.
create table precision_study (
  site_id             text not null references site,
  precision_study_id  bigint generated always as identity,
  device_maker        text not null check (device_maker in ('hologic', 'lunar', 'norland', 'other')),
  device_model        text,
  device_serial       text not null check (device_serial <> ''),
  region              text not null check (region in ('lumbar-spine', 'femoral-neck', 'total-hip', 'forearm')),
  -- The set of vertebrae of the spine: each set has an error of its own.
  vertebrae_used      text[] not null default '{}',
  precision_error     numeric(6, 4) not null check (precision_error > 0),
  -- Root mean square standard deviation, or root mean square coefficient of variation.
  unit                text not null check (unit in ('g/cm2', 'percent')),
  studied_on          date not null,
  recorded_by         bigint not null,
  recorded_at         timestamptz(3) not null default now(),
  withdrawn_by        bigint,
  withdrawn_at        timestamptz(3),
  primary key (site_id, precision_study_id),
  foreign key (site_id, recorded_by) references app_user (site_id, app_user_id),
  foreign key (site_id, withdrawn_by) references app_user (site_id, app_user_id),
  check ((region = 'lumbar-spine') = (vertebrae_used <> '{}'))
);
select protect_site('precision_study', 'select, insert, update');
