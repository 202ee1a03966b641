// The list of follow-up and one contact over HTTP: the sheet of a call, what is heard in it, attempts, its end, and a new fracture
// that was told of.

import { unreachable } from '@breekpunt/core';
import { attemptOutcomes } from '@breekpunt/intervene';
import { z } from 'zod';
import { calendarDay } from '../case/calendar-day.ts';
import { announce } from '../events/announce.ts';
import { type Answer, json, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { changedMeanwhile } from '../people/changed-meanwhile.ts';
import { carers } from '../people/role.ts';
import { answersForm } from './call-answers.ts';
import { type CallSheet, readCallSheet } from './call-sheet.ts';
import { changePhone } from './change-phone.ts';
import { followUpList } from './follow-up-list.ts';
import { followUpRules } from './follow-up-rules.ts';
import { type AttemptRefused, keepAttempt } from './keep-attempt.ts';
import { type Caller, channels, endCall, keepAnswers } from './keep-call.ts';
import { planNeeded } from './plan-needed.ts';
import { addToldFracture, fractureToldBody, type ToldRefused } from './told-fracture.ts';

const contactParams = z.strictObject({ contact: z.coerce.number().int().positive() });
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
  body: z.strictObject({
    onVersion,
    outcome: z.enum(attemptOutcomes),
    channel: z.enum(channels),
    again: calendarDay.nullable().default(null),
  }),
  handle: async (visit, { params, body: { onVersion: version, ...tried } }) => {
    const rules = await followUpRules(visit.tx, visit.user.country, visit.today);
    const kept = await keepAttempt(visit.tx, params.contact, version, tried, rules, callerOf(visit));
    if (!kept.ok) return refusal(visit, kept.error);
    return changed(visit, params.contact, { step: 'attempt', outcome: tried.outcome });
  },
});

const phone = siteRoute({
  method: 'PUT',
  url: '/api/contacts/:contact/phone',
  roles: carers,
  audit: 'change',
  params: contactParams,
  body: z
    .strictObject({
      phone: z.string().trim().min(1).max(40).nullable().optional(),
      notByPhone: z.boolean().optional(),
    })
    .refine((body) => Object.keys(body).length > 0, 'a number, or whether they may be rung'),
  handle: async (visit, { params, body }) => {
    if (!(await changePhone(visit.tx, params.contact, body, callerOf(visit)))) return noSuchContact();
    return changed(visit, params.contact, { what: Object.keys(body).join(' ') });
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

const fracture = siteRoute({
  method: 'POST',
  url: '/api/contacts/:contact/fracture',
  roles: carers,
  audit: 'change',
  params: contactParams,
  body: z.object({ onVersion }).and(fractureToldBody),
  handle: async (visit, { params, body: { onVersion: version, ...told } }) => {
    const { tx, context } = visit;
    const added = await addToldFracture(
      tx,
      context.intake.finding(),
      params.contact,
      version,
      told,
      callerOf(visit),
    );
    if (!added.ok) return refusal(visit, added.error);
    return changed(visit, params.contact, { step: 'fracture-told' });
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

function objectOf(id: number): { readonly type: string; readonly id: string } {
  return { type: 'contact', id: String(id) };
}

function noSuchContact(): Answer {
  return refuse('not-found', 'There is no such contact at this hospital, or it is owed no more.');
}

async function refusal(visit: Visit, error: ToldRefused | AttemptRefused): Promise<Answer> {
  switch (error.kind) {
    case 'not-found':
      return noSuchContact();
    case 'ended':
      return refuse('refused', 'This contact has ended already.');
    case 'plan-needed':
      return refuse('refused', planNeeded, { because: 'plan-needed', rules: ['FU3', 'FU4'] });
    case 'told-already':
      return refuse(
        'refused',
        'A new fracture was told of in this contact already; put it right on its case.',
        {
          at: 'body.site',
        },
      );
    case 'in-the-future':
      return refuse('refused', 'A fracture happened today or before.', { at: 'body.on' });
    case 'agreed-with-nobody':
      return refuse('refused', 'A day to try again is agreed on with somebody; leave it out otherwise.', {
        at: 'body.again',
      });
    case 'in-the-past':
      return refuse('refused', 'The day to try again lies ahead.', { at: 'body.again' });
    case 'changed-meanwhile':
      return changedMeanwhile(visit, 'contact', error);
    default:
      return unreachable(error);
  }
}

export const contactRoutes: readonly Route[] = [list, show, keep, attempt, phone, end, fracture];
