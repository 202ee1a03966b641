// The cards for one request: who the patient is here, what the record says, what the asking system's own codes say.
// Decision: everything is read in one transaction and nothing is changed by it but the note of which cards were given.

import { randomUUID } from 'node:crypto';
import { contactRulesOn, type DoseStanding } from '@breekpunt/intervene';
import { assessmentRulesOn } from '../assessment/assessment-rules.ts';
import { readCaseRecord } from '../assessment/case-record.ts';
import type { ConnectedSystem } from '../connections/connected-system.ts';
import { personMeant } from '../connections/patient-meant.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { Deciding } from '../decision/decisions-of.ts';
import { signedRules } from '../decision/signed-rules.ts';
import { waitingDoses } from '../follow-up/waiting-doses.ts';
import type { Call } from '../http/visit.ts';
import { personFiles } from '../intake/reports/person-files.ts';
import { decisionsOf } from '../records/decision.ts';
import { labRowsOf } from '../records/lab-result.ts';
import { dayAt } from '../start/day-at.ts';
import { cardFrom } from './card.ts';
import type { CardPlan } from './card-plan.ts';
import { drugPatientOf } from './drug-patient.ts';
import type { HookFacts } from './hook-facts.ts';
import type { HookContext } from './hook-request.ts';
import type { HookName } from './hook-services.ts';
import type { GivenCard } from './kept-cards.ts';
import { type KnownCase, plansOfCase, plansOfOrders } from './plans-of-case.ts';
import { plansOfProblems } from './plans-of-problems.ts';

export interface Asked {
  readonly hook: HookName;
  readonly context: HookContext;
  readonly facts: HookFacts;
  readonly system: ConnectedSystem;
}

export interface CardsFor {
  /** Null when the patient is nobody of this record. */
  readonly person: number | null;
  readonly given: readonly GivenCard[];
}

export async function cardsFor(tx: SiteTransaction, { context, at }: Call, asked: Asked): Promise<CardsFor> {
  const site = await tx.db
    .selectFrom('site')
    .select(['country', 'language', 'time_zone'])
    .where('site_id', '=', tx.site)
    .executeTakeFirstOrThrow();
  const today = dayAt(at, site.time_zone);
  const rules = assessmentRulesOn(today);
  const signed = await signedRules(tx, rules.knowledge);
  const deciding: Deciding = { rules, context: { set: site.country, on: today, signed } };
  const person = await personMeant(tx, context.keys, asked.system, asked.facts.patient);
  const [file] = person === null ? [] : await personFiles(tx, [person]);
  const known = person === null ? null : await newestCase(tx, person, deciding);
  const finding = context.intake.finding();
  const problems = plansOfProblems(
    {
      codes: asked.facts.problems,
      patient: asked.facts.patient,
      known: (file?.statements ?? []).map(({ evidence }) => evidence),
      indicator: asked.hook === 'encounter-discharge' ? 'warning' : 'info',
    },
    finding,
    site.country,
    today,
  );
  const orders = await plansOfDrafts(tx, asked, { person, known }, deciding);
  const plans = [...plansOfKnown(known, asked, deciding), ...orders, ...problems];
  const place = {
    language: site.language,
    address: context.web.address,
    site: tx.site,
    launches: asked.system.launchClient !== null,
    patient: asked.context.patientId,
    newUuid: () => randomUUID(),
  };
  return { person, given: plans.map((plan) => ({ plan, card: cardFrom(plan, place, deciding) })) };
}

function plansOfKnown(
  known: KnownCase | null,
  { hook, facts }: Asked,
  deciding: Deciding,
): readonly CardPlan[] {
  if (known === null) return [];
  switch (hook) {
    case 'patient-view':
    case 'encounter-discharge':
      return plansOfCase(known, facts.hasDensity === true, deciding);
    case 'order-select':
    case 'order-sign':
    case 'problem-list-item-create':
      return [];
  }
}

/** Also of a patient without a case, and of nobody of this record: what is ordered is given to them all the same. */
async function plansOfDrafts(
  tx: SiteTransaction,
  { hook, facts }: Asked,
  { person, known }: { readonly person: number | null; readonly known: KnownCase | null },
  deciding: Deciding,
): Promise<readonly CardPlan[]> {
  if (hook !== 'order-select' && hook !== 'order-sign') return [];
  const stranger = drugPatientOf(
    {
      patient: facts.patient,
      sent: facts.results,
      known: person === null ? [] : await labRowsOf(tx, person),
    },
    deciding.rules,
    deciding.context.on,
  );
  return plansOfOrders(known, stranger, facts.medicines, deciding);
}

/** The case that is open, or else the last one. */
async function newestCase(
  tx: SiteTransaction,
  person: number,
  deciding: Deciding,
): Promise<KnownCase | null> {
  const rows = await tx.db
    .selectFrom('fls_case')
    .select(['fls_case_id', 'state', 'stage'])
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where('state', '<>', 'rejected')
    .orderBy('fls_case_id', 'desc')
    .execute();
  const row = rows.find(({ state }) => state !== 'closed') ?? rows[0];
  const record = row === undefined ? null : await readCaseRecord(tx, row.fls_case_id);
  if (row === undefined || record === null) return null;
  return {
    record,
    // A case that is put off keeps the stage it had: only what stands in the first one waits for a person.
    confirmed: row.state === 'open' || row.stage !== 'identify',
    decisions: (await decisionsOf(tx, person)).filter((each) => each.case === record.case),
    doses: await dosesOf(tx, person, deciding),
  };
}

async function dosesOf(
  tx: SiteTransaction,
  person: number,
  { rules, context: { set, on, signed } }: Deciding,
): Promise<readonly DoseStanding[]> {
  const known = set === 'NICE' ? null : contactRulesOn(rules.knowledge, set, on, signed);
  if (known === null || !known.ok) return [];
  return (await waitingDoses(tx, known.value, [person])).map(({ standing }) => standing);
}
