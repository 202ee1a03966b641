// Follow-up over HTTP: the list, the sheet of a call, what is heard in it, doses, the end of a drug and the end of following.

import { unreachable } from '@breekpunt/core';
import { z } from 'zod';
import { calendarDay } from '../case/calendar-day.ts';
import { announce } from '../events/announce.ts';
import { type Answer, created, json, nothing, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { changedMeanwhile } from '../people/changed-meanwhile.ts';
import { carers } from '../people/role.ts';
import { answersForm } from './call-answers.ts';
import { type CallSheet, readCallSheet } from './call-sheet.ts';
import { type EndRefused, endFollowUp, endingBody } from './end-follow-up.ts';
import { followUpList } from './follow-up-list.ts';
import { followUpRules } from './follow-up-rules.ts';
import { type DoseRefused, doseBody, giveDose } from './give-dose.ts';
import {
  attemptOutcomes,
  type Caller,
  type CallRefused,
  channels,
  endCall,
  keepAnswers,
  keepAttempt,
} from './keep-call.ts';
import { planContacts } from './plan-contacts.ts';
import { type StopRefused, stopBody, stopTreatment, withdrawStop } from './stop-treatment.ts';
import { openUnplannedContact } from './unplanned-contact.ts';

const contactParams = z.strictObject({ contact: z.coerce.number().int().positive() });
const caseParams = z.strictObject({ case: z.coerce.number().int().positive() });
const onVersion = z.number().int().positive();

const list = siteRoute({
  method: 'GET',
  url: '/api/follow-up',
  roles: carers,
  audit: 'list',
  query: z.strictObject({ whose: z.enum(['me', 'all']).default('me') }),
  handle: async ({ tx, user, today, at, audit }, { query: { whose } }) => {
    const rules = await followUpRules(tx, user.country, today);
    const found = await followUpList(tx, { owner: whose === 'me' ? user.id : null, rules, at });
    const shown = [...found.doses, ...found.contacts, ...found.made].map(({ patient }) => patient.id);
    audit({ action: 'list', shown: [...new Set(shown)], object: { type: 'contact', id: whose } });
    return json(found);
  },
});

const show = siteRoute({
  method: 'GET',
  url: '/api/contacts/:contact',
  roles: carers,
  audit: 'view',
  params: contactParams,
  handle: async (visit, { params }) => {
    const sheet = await sheetOf(visit, params.contact);
    if (sheet === null) return noSuchContact();
    visit.audit({ action: 'view', person: sheet.patient.id, object: objectOf(params.contact) });
    return json(sheet);
  },
});

const keep = siteRoute({
  method: 'PATCH',
  url: '/api/contacts/:contact',
  roles: carers,
  audit: 'change',
  params: contactParams,
  body: z.strictObject({
    onVersion,
    answers: answersForm.optional(),
    startedOn: calendarDay.nullable().optional(),
    note: z.string().trim().max(5_000).nullable().optional(),
    owner: z.number().int().positive().nullable().optional(),
  }),
  handle: async (visit, { params, body: { onVersion: version, ...change } }) => {
    const kept = await keepAnswers(visit.tx, params.contact, version, change, callerOf(visit));
    if (!kept.ok) return refusal(visit, kept.error);
    return changed(visit, params.contact, { what: Object.keys(change.answers ?? change).join(' ') });
  },
});

const attempt = siteRoute({
  method: 'POST',
  url: '/api/contacts/:contact/attempts',
  roles: carers,
  audit: 'change',
  params: contactParams,
  body: z.strictObject({ onVersion, outcome: z.enum(attemptOutcomes), channel: z.enum(channels) }),
  handle: async (visit, { params, body: { onVersion: version, ...tried } }) => {
    const rules = await followUpRules(visit.tx, visit.user.country, visit.today);
    const kept = await keepAttempt(visit.tx, params.contact, version, tried, rules, callerOf(visit));
    if (!kept.ok) return refusal(visit, kept.error);
    return changed(visit, params.contact, { step: 'attempt', outcome: tried.outcome });
  },
});

const end = siteRoute({
  method: 'POST',
  url: '/api/contacts/:contact/end',
  roles: carers,
  audit: 'change',
  params: contactParams,
  body: z.strictObject({ onVersion, channel: z.enum(channels) }),
  handle: async (visit, { params, body: { onVersion: version, channel } }) => {
    const rules = await followUpRules(visit.tx, visit.user.country, visit.today);
    const ended = await endCall(visit.tx, params.contact, version, channel, rules, callerOf(visit));
    if (!ended.ok) return refusal(visit, ended.error);
    return changed(visit, params.contact, { step: 'ended', leads: ended.value.leads.length });
  },
});

const unplanned = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/contacts',
  roles: carers,
  audit: 'create',
  params: caseParams,
  handle: async (visit, { params }) => {
    const person = await personOf(visit, params.case);
    if (person === null) return noSuchCase();
    const id = await openUnplannedContact(
      visit.tx,
      { person, case: params.case },
      { user: visit.user.id, today: visit.today },
    );
    visit.audit({ action: 'create', person, object: objectOf(id) });
    return created({ id });
  },
});

const dose = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/doses',
  roles: carers,
  audit: 'create',
  params: caseParams,
  body: doseBody,
  handle: async (visit, { params, body }) => {
    const { tx, user, today, at } = visit;
    const person = await personOf(visit, params.case);
    if (person === null) return noSuchCase();
    const rules = await followUpRules(tx, user.country, today);
    const given = await giveDose(tx, { person, case: params.case }, body, rules, {
      user: user.id,
      at,
      today,
    });
    if (!given.ok) return doseRefusal(given.error);
    await planContacts(tx, [person], rules, at);
    await logged(visit, person, params.case, 'create', { step: 'dose', drug: body.drug });
    return created({ nextDueOn: given.value });
  },
});

const stop = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/treatment-stops',
  roles: carers,
  audit: 'create',
  params: caseParams,
  body: stopBody,
  handle: async (visit, { params, body }) => {
    const { tx, user, today, at } = visit;
    const person = await personOf(visit, params.case);
    if (person === null) return noSuchCase();
    const stopped = await stopTreatment(tx, { person, case: params.case }, body, {
      user: user.id,
      at,
      today,
    });
    if (!stopped.ok) return stopRefusal(stopped.error);
    await planContacts(tx, [person], await followUpRules(tx, user.country, today), at);
    await logged(visit, person, params.case, 'create', { step: 'treatment-stop', plan: body.next.plan });
    return created({ id: stopped.value });
  },
});

const unstop = siteRoute({
  method: 'DELETE',
  url: '/api/cases/:case/treatment-stops/:stop',
  roles: carers,
  audit: 'withdraw',
  params: caseParams.extend({ stop: z.coerce.number().int().positive() }),
  handle: async (visit, { params }) => {
    const { tx, user, today, at } = visit;
    const person = await personOf(visit, params.case);
    const withdrawn = person !== null && (await withdrawStop(tx, params, { user: user.id, at }));
    if (!withdrawn) return refuse('not-found', 'This case has no such stop, or it was taken back already.');
    await planContacts(tx, [person], await followUpRules(tx, user.country, today), at);
    await logged(visit, person, params.case, 'withdraw', { step: 'treatment-stop' });
    return nothing();
  },
});

const endAll = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/follow-up-end',
  roles: carers,
  audit: 'change',
  params: caseParams,
  body: z.object({ onVersion }).and(endingBody),
  handle: async (visit, { params, body: { onVersion: version, ...ending } }) => {
    const { tx, user, today, at } = visit;
    const person = await personOf(visit, params.case);
    if (person === null) return noSuchCase();
    const rules = await followUpRules(tx, user.country, today);
    const by = { user: user.id, at, today };
    const ended = await endFollowUp(tx, params.case, version, ending, rules, by);
    if (!ended.ok) return endRefusal(ended.error);
    await logged(visit, person, params.case, 'change', { step: 'follow-up-end', because: ending.because });
    return json({ version: ended.value });
  },
});

function callerOf({ user, at, today }: Visit): Caller & { readonly user: number } {
  return { user: user.id, at, today };
}

async function sheetOf({ tx, user, today, at }: Visit, id: number): Promise<CallSheet | null> {
  return readCallSheet(tx, id, await followUpRules(tx, user.country, today), at);
}

/** The sheet as it is now, for the page that asked. */
async function changed(
  visit: Visit,
  id: number,
  detail: Readonly<Record<string, string | number>>,
): Promise<Answer> {
  const sheet = await sheetOf(visit, id);
  if (sheet === null) return noSuchContact();
  await announce(visit.tx, { topic: 'case', change: 'changed', id: sheet.case });
  visit.audit({ action: 'change', person: sheet.patient.id, object: objectOf(id), detail });
  return json({ sheet, at: visit.at });
}

async function logged(
  visit: Visit,
  person: number,
  ofCase: number,
  action: 'create' | 'change' | 'withdraw',
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  await announce(visit.tx, { topic: 'case', change: 'changed', id: ofCase });
  visit.audit({ action, person, object: { type: 'case', id: String(ofCase) }, detail });
}

async function personOf({ tx }: Visit, id: number): Promise<number | null> {
  const row = await tx.db
    .selectFrom('fls_case')
    .select('person_id')
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .executeTakeFirst();
  return row?.person_id ?? null;
}

function objectOf(id: number): { readonly type: string; readonly id: string } {
  return { type: 'contact', id: String(id) };
}

function noSuchContact(): Answer {
  return refuse('not-found', 'There is no such contact at this hospital, or it is owed no more.');
}

function noSuchCase(): Answer {
  return refuse('not-found', 'There is no such case at this hospital.');
}

const planNeeded =
  'Denosumab is never stopped without what follows (rule FU3): name the drug and its day, or who decides and by when.';

async function refusal(visit: Visit, error: CallRefused): Promise<Answer> {
  switch (error.kind) {
    case 'not-found':
      return noSuchContact();
    case 'ended':
      return refuse('refused', 'This contact has ended already.');
    case 'plan-needed':
      return refuse('refused', planNeeded, { because: 'plan-needed', rules: ['FU3', 'FU4'] });
    case 'changed-meanwhile':
      return changedMeanwhile(visit, 'contact', error);
    default:
      return unreachable(error);
  }
}

function stopRefusal(error: StopRefused): Answer {
  switch (error.kind) {
    case 'plan-needed':
      return refuse('refused', planNeeded, {
        because: 'plan-needed',
        at: 'body.next',
        rules: ['FU3', 'FU4'],
      });
    case 'follows-badly':
      return refuse('refused', 'What follows denosumab keeps bone (rule FU3); this drug builds it.', {
        because: 'follows-badly',
        at: 'body.next.drug',
        rules: ['FU3'],
      });
    case 'in-the-future':
      return refuse('refused', 'A drug was stopped today or before.', { at: 'body.stoppedOn' });
    default:
      return unreachable(error);
  }
}

function doseRefusal(error: DoseRefused): Answer {
  switch (error.kind) {
    case 'in-the-future':
      return refuse('refused', 'A dose was given today or before.', { at: 'body.givenOn' });
    case 'no-injection':
      return refuse('refused', 'This drug is taken at home; no dose of it is written down.', {
        at: 'body.drug',
      });
    case 'known':
      return refuse('refused', 'A dose of that day is on record already.', { at: 'body.givenOn' });
    default:
      return unreachable(error);
  }
}

function endRefusal(error: EndRefused): Answer {
  switch (error.kind) {
    case 'not-found':
      return noSuchCase();
    case 'not-open':
      return refuse('refused', 'This case is not open.');
    case 'in-the-future':
      return refuse('refused', 'That day lies ahead.', { at: 'body.on' });
    case 'changed-meanwhile':
      return refuse('changed-meanwhile', 'Somebody else changed this case meanwhile. Read it again.', {
        version: error.version,
        at: error.at,
      });
    default:
      return unreachable(error);
  }
}

export const followUpRoutes: readonly Route[] = [
  list,
  show,
  keep,
  attempt,
  end,
  unplanned,
  dose,
  stop,
  unstop,
  endAll,
];
