// An invented person, as a hospital knows one. Decision: nothing of a person's name or number follows from chance that
// anything else uses, so that a change in care or texts renames nobody.

import type { CalendarDate, Sex } from '@breekpunt/core';
import { type Day, dateOf } from '../calendar.ts';
import type { Random } from '../random.ts';
import type { Rates } from '../rates.ts';
import { inventedName } from './names.ts';
import { testInsz } from './test-insz.ts';

export interface Resident {
  /** The hospital's own number: SYN-00001. */
  readonly number: string;
  /** Right check digits, in a range that no register gives out. */
  readonly insz: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: CalendarDate;
  readonly sex: Extract<Sex, 'female' | 'male'>;
  readonly language: 'nl' | 'fr';
  readonly residence: 'home' | 'home-with-help' | 'care-home' | 'not-recorded';
  readonly generalPractitioner: string;
}

export interface BornAs {
  readonly number: string;
  readonly place: number;
  readonly birth: Day;
  readonly sex: 'female' | 'male';
  readonly language: 'nl' | 'fr';
  /** Years, when the hospital first saw the person. */
  readonly age: number;
}

const oldAge = 80;

export function createResident(random: Random, rates: Rates, born: BornAs): Resident {
  const { number, place, birth, sex, language, age } = born;
  const name = inventedName(random, language, sex);
  const doctor = inventedName(random, language, random.chance(0.5) ? 'female' : 'male');
  const birthDate = dateOf(birth);
  return {
    number,
    insz: testInsz(Number(birthDate.slice(0, 4)), place),
    familyName: name.family,
    givenName: name.given,
    birthDate,
    sex,
    language,
    residence: residenceOf(random, rates, age),
    generalPractitioner: `Dr. ${doctor.given} ${doctor.family}`,
  };
}

function residenceOf(random: Random, rates: Rates, age: number): Resident['residence'] {
  if (random.chance(rates.share('not-asked-share'))) return 'not-recorded';
  if (age < oldAge) return 'home';
  if (random.chance(rates.share('care-home-share'))) return 'care-home';
  return random.chance(0.35) ? 'home-with-help' : 'home';
}
