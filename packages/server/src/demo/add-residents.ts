// The invented people as a hospital registers them. Who is registered already keeps the record.

import type { HospitalPatient } from '@breekpunt/synthetic';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { inPortions } from '../records/in-portions.ts';
import { addPersons } from '../records/person.ts';
import { addIdentifiers, holdersOf, type Identifier } from '../records/person-identifier.ts';
import type { Keys } from '../secrets/keys.ts';

/** Record ids by the hospital's own number. */
export async function addResidents(
  tx: SiteTransaction,
  keys: Keys,
  patients: readonly HospitalPatient[],
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  await inPortions(patients, async (portion) => {
    const known = await holdersOf(
      tx,
      keys,
      portion.map(({ resident }) => localNumber(resident.number)),
    );
    portion.forEach(({ resident }, place) => {
      const person = known[place] ?? null;
      if (person !== null) ids.set(resident.number, person);
    });
    const strangers = portion.filter(({ resident }) => !ids.has(resident.number));
    const added = await addPersons(
      tx,
      strangers.map(({ resident }) => ({
        familyName: resident.familyName,
        givenName: resident.givenName,
        birthDate: resident.birthDate,
        sex: resident.sex,
        language: resident.language,
        country: 'BE',
        deceased: 'not-recorded',
        deathDate: null,
      })),
    );
    const numbers = strangers.flatMap(({ resident }, place) => {
      const person = added[place] as number;
      ids.set(resident.number, person);
      return [
        { person, identifier: localNumber(resident.number) },
        { person, identifier: { system: 'be-insz', assigner: '', value: resident.insz } as const },
      ];
    });
    await addIdentifiers(tx, keys, numbers);
  });
  return ids;
}

function localNumber(value: string): Identifier {
  return { system: 'local', assigner: 'synthetic', value };
}
