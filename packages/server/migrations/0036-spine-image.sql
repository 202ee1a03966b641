-- Side views of a spine on which vertebrae are measured, and the points that were set on them.

create table spine_image (
  site_id         text not null references site,
  spine_image_id  bigint generated always as identity,
  person_id       bigint not null,
  fls_case_id     bigint not null,
  imaging         text not null check (imaging in ('vfa', 'xray', 'ct', 'mri')),
  taken_on        date not null,
  format          text not null check (format in ('png', 'jpeg', 'dicom')),
  -- As it was received.
  content         bytea not null,
  width           integer not null check (width > 0),
  height          integer not null check (height > 0),
  -- Where the scale comes from. Only a calibrated one gives millimetres: that of the detector is enlarged by the patient.
  scale           text not null check (scale in ('calibrated', 'detector', 'none')),
  mm_across       numeric(9, 6) check (mm_across > 0),
  mm_down         numeric(9, 6) check (mm_down > 0),
  uploaded_by     bigint not null,
  uploaded_at     timestamptz(3) not null default now(),
  withdrawn_at    timestamptz(3),
  primary key (site_id, spine_image_id),
  foreign key (site_id, person_id) references person,
  foreign key (site_id, fls_case_id) references fls_case,
  foreign key (site_id, uploaded_by) references app_user (site_id, app_user_id),
  check ((scale = 'calibrated') = (mm_across is not null and mm_down is not null))
);
create index spine_image_of_person on spine_image (site_id, person_id);
create index spine_image_of_case on spine_image (site_id, fls_case_id);
select protect_site('spine_image');

alter table vertebra_reading
  add column spine_image_id  bigint,
  -- Six places on the image, in pixels, null where none was set yet: upper front, middle, back; lower front, middle, back.
  add column points          jsonb,
  add foreign key (site_id, spine_image_id) references spine_image;
create index vertebra_reading_of_image on vertebra_reading (site_id, spine_image_id) where spine_image_id is not null;
