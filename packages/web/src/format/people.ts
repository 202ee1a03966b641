// People as the banner writes them: NAME, given name. What is not known is said.

import type { Patient } from '@breekpunt/server';
import type { Say } from '../words/use-words.tsx';
import { ageOn } from './dates.ts';

export function nameOf(
  { familyName, givenName }: Pick<Patient, 'familyName' | 'givenName'>,
  say: Say,
): string {
  if (familyName === null && givenName === null) return say('name.unknown');
  return [familyName?.toLocaleUpperCase(say.language) ?? say('name.familyUnknown'), givenName]
    .filter((part) => part !== null)
    .join(', ');
}

/** "v 85", with words for a screen reader in `spoken`. */
export function sexAndAge(
  patient: Patient,
  today: string,
  say: Say,
): { readonly short: string; readonly spoken: string } {
  const age = ageOn(patient.birthDate, today);
  const years = age === null ? say('age.unknown') : say('age.years', { age });
  return {
    short: `${say.of('sexShort', patient.sex)} ${age ?? say('age.unknown')}`,
    spoken: `${say.of('sex', patient.sex)}, ${years}`,
  };
}
