// Broken hips of an invented hospital and what their ward noted, one flat note for each: the raw material that the record and the
// slow counting of hips are each made of in their own way.

import * as fc from 'fast-check';
import type { RawPatient } from './raw-event.ts';

type Noted = 'yes' | 'no' | 'not-recorded';

export interface RawHip extends RawPatient {
  readonly site: 'hip.femoral-neck' | 'hip.trochanteric' | 'wrist.distal-radius';
  readonly dayKnown: boolean;
  readonly violent: boolean;
  /** Days after the fracture; null: nobody noted it. */
  readonly arrived: number | null;
  readonly operated: Noted;
  /** Days after the fracture, of whoever was operated on. */
  readonly operatedOn: number | null;
  readonly geriatrician: Noted;
  /** Hours after arrival, of whoever was seen. */
  readonly geriatricianAfter: number | null;
  readonly asAdvised: Noted;
  readonly mobilised: Noted;
  readonly mobilisedOn: number | null;
  /** The test after the operation: clear, confused, or not made. */
  readonly delirium: 'clear' | 'confused' | 'not-tested';
  readonly homeAt120: Noted;
  readonly medicineAt120: Noted;
}

const noted = fc.constantFrom<Noted>('yes', 'no', 'not-recorded');
const mostlyYes = fc.constantFrom<Noted>('yes', 'yes', 'yes', 'no', 'not-recorded');
const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 6 });

const hip = fc.record({
  /** Around the birthdays of 50, 60 and 65, with and without the leap days between. */
  livedDays: orNull(
    fc.oneof(
      fc.constantFrom(18_261, 18_262, 18_263, 21_914, 21_915, 21_916, 23_740, 23_741, 23_742),
      fc.integer({ min: 17_000, max: 36_000 }),
    ),
  ),
  firstFracture: fc.integer({ min: 0, max: 1300 }),
  diesOn: fc.option(fc.constantFrom(0, 1, 119, 120, 121, 300), { freq: 1 }),
  deathDayKnown: fc.integer({ min: 0, max: 5 }).map((one) => one > 0),
  site: fc.constantFrom<RawHip['site']>(
    'hip.femoral-neck',
    'hip.trochanteric',
    'hip.femoral-neck',
    'wrist.distal-radius',
  ),
  dayKnown: fc.integer({ min: 0, max: 4 }).map((one) => one > 0),
  violent: fc.integer({ min: 0, max: 7 }).map((one) => one === 0),
  arrived: orNull(fc.constantFrom(0, 0, 0, 1, 5)),
  operated: mostlyYes,
  operatedOn: orNull(fc.integer({ min: -1, max: 5 })),
  geriatrician: mostlyYes,
  geriatricianAfter: orNull(fc.constantFrom(0, 20.5, 71.9, 72, 72.1, 100)),
  asAdvised: noted,
  mobilised: mostlyYes,
  mobilisedOn: orNull(fc.integer({ min: -1, max: 7 })),
  delirium: fc.constantFrom<RawHip['delirium']>('clear', 'confused', 'not-tested'),
  homeAt120: noted,
  medicineAt120: noted,
});

export const randomHips: fc.Arbitrary<readonly RawHip[]> = fc
  .array(hip, { minLength: 5, maxLength: 25 })
  .map((hips) =>
    hips.map((one, patient) => ({
      ...one,
      patient,
      operatedOn: one.operated === 'yes' ? one.operatedOn : null,
      geriatricianAfter: one.geriatrician === 'yes' ? one.geriatricianAfter : null,
      mobilisedOn: one.mobilised === 'yes' ? one.mobilisedOn : null,
    })),
  );
