// Which contacts a person is owed, as rows: for each confirmed case what the rules plan, and why nothing when nothing.
// Decision: only the newest fracture is followed; its contacts ask after everything, and those of the one before it end. Two
// fractures of one day are followed as one, under the case that the figures count: the hip before the spine, the spine before
// the rest.

import { type CalendarDate, isVertebral } from '@breekpunt/core';
import {
  type ContactRules,
  doseStanding,
  type FollowEnd,
  type PlannedContact,
  plannedContacts,
} from '@breekpunt/intervene';
import type { FollowedPerson, FollowedRow } from './followed-people.ts';
import { knownTreatment } from './known-treatment.ts';
import type { KnownTreatment } from './treatment-of.ts';

export interface OwedContacts {
  readonly case: FollowedRow;
  readonly contacts: readonly PlannedContact[];
  /** Why those that were planned and are not owed any more end. */
  readonly because: FollowEnd | 'same-day' | 'case-ended' | 'not-owed';
  readonly known: KnownTreatment | null;
  /** A dose that nobody wrote down as due yet. */
  readonly nextDose: { readonly medicine: string; readonly dueOn: CalendarDate } | null;
}

/** A fracture is followed from the day that something was decided about it, or its care was handed on. */
const followedStages: ReadonlySet<string> = new Set(['integrate', 'follow-up']);

export function owedContacts(followed: FollowedPerson, rules: ContactRules): readonly OwedContacts[] {
  const known = knownTreatment(followed);
  const ofNewestDay = casesOfNewestDay(followed.cases);
  const newest = ofNewestDay[0];
  return followed.cases.map((one): OwedContacts => {
    const isBeside = one !== newest && ofNewestDay.includes(one);
    // What was decided and asked for one fracture of a day was decided and asked for all of it.
    const sameDay = ofNewestDay.includes(one) ? ofNewestDay : [one];
    const isOfDay = (id: number | null): boolean => sameDay.some(({ case: each }) => each === id);
    const decision = followed.decisions.findLast(
      ({ case: id, outcome }) => isOfDay(id) && outcome !== 'postponed',
    );
    const ended = one === newest ? endOf(followed, one) : isBeside ? null : 'new-fracture';
    const isFollowed = decision !== undefined || sameDay.some(({ stage }) => followedStages.has(stage));
    const closed = one.state === 'closed' && ended === null;
    const plan =
      !isFollowed || closed || isBeside
        ? null
        : plannedContacts(
            {
              zero: one.zero,
              drugAdvised: advisedBy(decision?.outcome ?? null),
              treatment: known?.treatment ?? null,
              followsOn: known?.followsOn ?? null,
              made: followed.contacts.flatMap(({ moment, doneOn, reached, case: of }) =>
                doneOn === null || (of !== null && !isOfDay(of) && moment !== 'injection')
                  ? []
                  : [{ moment, doneOn, reached }],
              ),
              ended,
            },
            rules,
          );
    return {
      case: one,
      contacts: plan?.contacts ?? [],
      because: isBeside ? 'same-day' : (ended ?? (closed ? 'case-ended' : 'not-owed')),
      known,
      nextDose: one === newest && ended === null && !closed ? nextDose(followed, known, rules) : null,
    };
  });
}

/** The one that is followed first; a case that is closed only when all of that day are. */
function casesOfNewestDay(cases: readonly FollowedRow[]): readonly FollowedRow[] {
  const day = cases.at(-1)?.zero;
  const weight = ({ state, site }: FollowedRow): number =>
    (state === 'closed' ? 10 : 0) + (site.startsWith('hip.') ? 0 : isVertebral(site) ? 1 : 2);
  return cases
    .filter(({ zero }) => zero === day)
    .toSorted((a, b) => weight(a) - weight(b) || a.case - b.case);
}

function endOf({ deceased }: FollowedPerson, { state, reason }: FollowedRow): FollowEnd | null {
  if (deceased === 'yes') return 'deceased';
  if (state !== 'closed') return null;
  if (reason === 'declined') return 'declined';
  if (reason === 'new-fracture') return 'new-fracture';
  return reason === 'moved-away' || reason === 'transferred' ? 'moved-away' : null;
}

function advisedBy(outcome: string | null): 'yes' | 'no' | 'not-recorded' {
  if (outcome === null) return 'not-recorded';
  return outcome === 'medicine' || outcome === 'referred' ? 'yes' : 'no';
}

function nextDose(
  { doses }: FollowedPerson,
  known: KnownTreatment | null,
  rules: ContactRules,
): OwedContacts['nextDose'] {
  if (known === null || known.treatment === null || known.treatment.drug !== known.drug) return null;
  const waits = doses.some(
    ({ medicine, givenOn, dropped }) => medicine === known.medicine && givenOn === null && !dropped,
  );
  const dueOn = waits ? null : (doseStanding(known.treatment, rules)?.dueOn ?? null);
  return dueOn === null ? null : { medicine: known.medicine, dueOn };
}
