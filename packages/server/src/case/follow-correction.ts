// After a person corrected a fracture, added one that was missed, or took either back, the patient's fractures are merged and judged anew: two
// that turn out to be one become one, and what is not eligible any more is said.
// Decision: the patient is held before the case is touched, in the order of the intake, so that a report that arrives at
// the same moment waits instead of standing in the way.

import type { Visit } from '../http/visit.ts';
import { announceCases } from '../intake/reports/announce-cases.ts';
import { holdPersons, refreshPersons } from '../intake/reports/refresh-persons.ts';
import type { VerdictGiven } from './give-verdict.ts';

async function fractureOf({ tx }: Visit, id: number) {
  return tx.db
    .selectFrom('fls_case')
    .select(['person_id', 'fracture_episode_id', 'version'])
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .executeTakeFirst();
}

/** The patient of a case. */
export async function holdPatientOf(visit: Visit, id: number): Promise<void> {
  const found = await fractureOf(visit, id);
  if (found !== undefined) await holdPersons(visit.tx, [found.person_id]);
}

export async function followCorrection(visit: Visit, id: number): Promise<void> {
  const { tx, context, today, at } = visit;
  const found = await fractureOf(visit, id);
  if (found === undefined) return;
  const events = await refreshPersons(
    tx,
    context.intake.finding(),
    [found.person_id],
    { today, now: at },
    new Set([found.fracture_episode_id]),
  );
  await announceCases(tx, events);
}

export async function holdReport({ tx }: Visit, report: number): Promise<void> {
  const row = await tx.db
    .selectFrom('report')
    .select('person_id')
    .where('site_id', '=', tx.site)
    .where('report_id', '=', report)
    .executeTakeFirst();
  if (row !== undefined) await holdPersons(tx, [row.person_id]);
}

/** A person added a fracture to a report, or took it back. */
export async function followReport({ tx, context, today, at }: Visit, person: number): Promise<void> {
  await announceCases(tx, await refreshPersons(tx, context.intake.finding(), [person], { today, now: at }));
}

/** The version after the case followed. */
export async function withVersion(visit: Visit, id: number, given: VerdictGiven): Promise<VerdictGiven> {
  return { ...given, version: (await fractureOf(visit, id))?.version ?? given.version };
}
