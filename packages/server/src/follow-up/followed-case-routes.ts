// What follow-up does to a case over HTTP: a contact that nobody planned, the end of a drug and the end of following.

import { unreachable } from '@breekpunt/core';
import { z } from 'zod';
import { noSuchCase, personOfCase } from '../case/no-such-case.ts';
import { type Answer, created, json, nothing, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { changedMeanwhile } from '../people/changed-meanwhile.ts';
import { carers } from '../people/role.ts';
import {
  type EndRefused,
  endFollowUp,
  endingBody,
  type ResumeRefused,
  resumeFollowUp,
} from './end-follow-up.ts';
import { followUpRules } from './follow-up-rules.ts';
import { logged } from './logged.ts';
import { planContacts } from './plan-contacts.ts';
import { planNeeded } from './plan-needed.ts';
import { type StopRefused, stopBody, stopTreatment, withdrawStop } from './stop-treatment.ts';
import { openUnplannedContact } from './unplanned-contact.ts';

const caseParams = z.strictObject({ case: z.coerce.number().int().positive() });
const onVersion = z.number().int().positive();

const unplanned = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/contacts',
  roles: carers,
  audit: 'create',
  params: caseParams,
  handle: async (visit, { params }) => {
    const person = await personOfCase(visit.tx, params.case);
    if (person === null) return noSuchCase();
    const id = await openUnplannedContact(
      visit.tx,
      { person, case: params.case },
      { user: visit.user.id, today: visit.today },
    );
    visit.audit({ action: 'create', person, object: { type: 'contact', id: String(id) } });
    return created({ id });
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
    const person = await personOfCase(visit.tx, params.case);
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
    const person = await personOfCase(visit.tx, params.case);
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
    const rules = await followUpRules(tx, user.country, today);
    const by = { user: user.id, at, today };
    const ended = await endFollowUp(tx, params.case, version, ending, rules, by);
    if (!ended.ok) return endRefusal(visit, ended.error);
    const { person, version: now } = ended.value;
    await logged(visit, person, params.case, 'change', { step: 'follow-up-end', because: ending.because });
    return json({ version: now });
  },
});

const resume = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/follow-up-resume',
  roles: carers,
  audit: 'change',
  params: caseParams,
  body: z.strictObject({ onVersion }),
  handle: async (visit, { params, body }) => {
    const { tx, user, today, at } = visit;
    const rules = await followUpRules(tx, user.country, today);
    const resumed = await resumeFollowUp(tx, params.case, body.onVersion, rules, { user: user.id, at });
    if (!resumed.ok) return endRefusal(visit, resumed.error);
    const { person, version } = resumed.value;
    await logged(visit, person, params.case, 'change', { step: 'follow-up-resume' });
    return json({ version });
  },
});

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

async function endRefusal(visit: Visit, error: EndRefused | ResumeRefused): Promise<Answer> {
  switch (error.kind) {
    case 'not-found':
      return noSuchCase();
    case 'not-open':
      return refuse('refused', 'This case is not open.');
    case 'not-ended':
      return refuse('refused', 'Follow-up of this case did not end by death, a wish or a move.');
    case 'in-the-future':
      return refuse('refused', 'That day lies ahead.', { at: 'body.on' });
    case 'handover-needed':
      return refuse('refused', 'Say who gives the next injection of denosumab (rule FC23).', {
        because: 'handover-needed',
        at: 'body.nextDoseBy',
        rules: ['FC23'],
      });
    case 'changed-meanwhile':
      return changedMeanwhile(visit, 'case', error);
    default:
      return unreachable(error);
  }
}

export const followedCaseRoutes: readonly Route[] = [unplanned, stop, unstop, endAll, resume];
