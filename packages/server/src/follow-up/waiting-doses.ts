// Doses of denosumab and zoledronate that somebody waits for, and how each stands on a day. Decision: the one answer to it. The page of
// follow-up, the Flag of FHIR, the webhook and the card of another system all ask here, so that none calls a dose overdue that
// another does not know of. Of zoledronate only what the record says is still given is waited for: whoever said that it ended is asked
// by the task of that call. Denosumab is waited for until its stop is written down with what follows, whatever was heard (FU3).

import { addDays, type CalendarDate } from '@breekpunt/core';
import { type ContactRules, type DoseStanding, doseStanding, watchedDrugs } from '@breekpunt/intervene';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { atcOf, drugOfCode } from '../decision/sign-decision.ts';
import { type FollowedPerson, followedPeople } from './followed-people.ts';
import { treatmentOf } from './treatment-of.ts';

export interface WaitingDose {
  readonly id: number;
  readonly person: number;
  readonly case: number;
  readonly lastGivenOn: CalendarDate;
  readonly standing: DoseStanding;
  /** The day it will be given, as somebody arranged it; it may have passed. */
  readonly arrangedOn: CalendarDate | null;
}

/**
 * Those that are overdue, due or soon due, the longest due first: of these people, or of everybody whom this hospital follows. Whoever
 * died, declined or was handed over is not waited for here.
 */
export async function waitingDoses(
  tx: SiteTransaction,
  rules: ContactRules,
  people: readonly number[] | null = null,
): Promise<readonly WaitingDose[]> {
  if (people?.length === 0) return [];
  let query = tx.db
    .selectFrom('injection as i')
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'i.site_id').onRef('p.person_id', '=', 'i.person_id'),
    )
    .innerJoin('fls_case as c', (join) =>
      join.onRef('c.site_id', '=', 'i.site_id').onRef('c.fls_case_id', '=', 'i.fls_case_id'),
    )
    .select([
      'i.injection_id',
      'i.person_id',
      'c.fls_case_id',
      'i.medicine_atc',
      'i.arranged_on',
      sql<CalendarDate | null>`(select max(g.given_on) from injection g where g.site_id = i.site_id
        and g.person_id = i.person_id and g.medicine_atc = i.medicine_atc)`.as('last_given_on'),
    ])
    .where('i.site_id', '=', tx.site)
    .where(
      'i.medicine_atc',
      'in',
      watchedDrugs.map((drug) => atcOf[drug]),
    )
    .where('i.given_on', 'is', null)
    .where('i.not_given_reason', 'is', null)
    .where('i.due_on', '<=', addDays(rules.on, 7 * rules.doseWarningWeeks))
    .where('p.deceased', '<>', 'yes')
    .where('p.merged_into_id', 'is', null)
    .where((where) =>
      where.or([where('c.state', '=', 'open'), where('c.reason', 'in', ['lost-to-follow-up', 'completed'])]),
    );
  if (people !== null) query = query.where('i.person_id', 'in', people);
  const rows = await query.orderBy('i.due_on').orderBy('i.injection_id').execute();
  const onZoledronate = await stillOnZoledronate(
    tx,
    rows.filter((row) => row.medicine_atc === atcOf.zoledronate).map((row) => row.person_id),
  );
  return rows.flatMap((row): WaitingDose[] => {
    const { last_given_on: lastGivenOn, person_id: person } = row;
    const drug = drugOfCode(row.medicine_atc);
    if (lastGivenOn === null || drug === null) return [];
    if (drug === 'zoledronate' && !onZoledronate.has(person)) return [];
    const treatment = {
      drug,
      startedOn: 'not-recorded',
      lastDoseOn: lastGivenOn,
      stoppedOn: null,
      followedBy: 'not-recorded',
    } as const;
    const standing = doseStanding(treatment, rules);
    if (standing === null || standing.state === 'later') return [];
    const { injection_id: id, fls_case_id: of, arranged_on: arrangedOn } = row;
    return [{ id, person, case: of, lastGivenOn, standing, arrangedOn }];
  });
}

/** Those of whom nobody heard that it ended or was replaced. */
async function stillOnZoledronate(
  tx: SiteTransaction,
  people: readonly number[],
): Promise<ReadonlySet<number>> {
  const followed = await followedPeople(tx, people);
  return new Set(
    followed.flatMap((one) => {
      const treatment = treatmentHere(one);
      return treatment?.drug === 'zoledronate' && treatment.stoppedOn === null ? [one.person] : [];
    }),
  );
}

/** A dose that was given stands for a decision that nobody wrote down here. */
function treatmentHere({ decisions, contacts: told, doses, stops }: FollowedPerson) {
  const given = doses.flatMap(({ medicine, givenOn }) =>
    givenOn === null ? [] : [{ medicine, on: givenOn }],
  );
  const decided = decisions.some(({ medicine }) => medicine !== null) ? decisions : given.slice(0, 1);
  return treatmentOf({ decisions: decided, told, doses, stops })?.treatment ?? null;
}
