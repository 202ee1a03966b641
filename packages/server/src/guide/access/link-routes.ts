// The team's side of a guide: what it must know, who may open it, the sheet with the link. Handing one out asks for the
// patient's birth date again.

import { languages } from '@breekpunt/core';
import { z } from 'zod';
import { noSuchCase } from '../../case/no-such-case.ts';
import { announce } from '../../events/announce.ts';
import { type Answer, created, json, nothing, refuse } from '../../http/answer.ts';
import { type Route, siteRoute } from '../../http/route.ts';
import type { Visit } from '../../http/visit.ts';
import { carers } from '../../people/role.ts';
import { siteLanguage } from '../../records/site-language.ts';
import { type PatientSaid, patientSaid } from '../diary/patient-said.ts';
import { guideFactsForm } from '../facts/guide-facts.ts';
import { guideFactsOf, type KeptGuideFacts, keepGuideFacts } from '../facts/kept-guide-facts.ts';
import { sayIn } from '../words/guide-words.ts';
import { guidePath } from './guide-address.ts';
import {
  type GuideLink,
  giveNewPin,
  guideCodeOf,
  guideLinksOf,
  makeGuideLink,
  revokeGuideLink,
} from './guide-link.ts';
import { qrCode } from './qr-code.ts';
import { type AskedFor, type PersonToConfirm, personToConfirm } from './same-person.ts';

const caseParams = z.strictObject({ case: z.coerce.number().int().positive() });
const linkParams = caseParams.extend({ guideLink: z.coerce.number().int().positive() });
const confirmed = z.strictObject({ confirm: z.string().max(200) });

/** What the panel of a case shows. */
export interface GuidePanel extends KeptGuideFacts {
  readonly links: readonly GuideLink[];
  /** What is asked again before a link is handed out. */
  readonly asks: AskedFor;
  /** Then no link is made, and those that were made open no more. */
  readonly died: boolean;
  /** What came back from the patient. */
  readonly said: PatientSaid;
}

/** For the sheet of paper; the PIN goes on a sheet of its own. */
export interface GuideSheet {
  readonly id: number;
  readonly address: string;
  /** SVG. */
  readonly qr: string;
  /** Only when it was made just now. */
  readonly pin: string | null;
}

const show = siteRoute({
  method: 'GET',
  url: '/api/cases/:case/guide',
  roles: carers,
  audit: 'view',
  params: caseParams,
  handle: async (visit, { params }) => {
    const person = await personToConfirm(visit.tx, params.case);
    if (person === null) return noSuchCase();
    visit.audit({
      action: 'view',
      person: person.id,
      object: objectOf(params.case),
      detail: { what: 'guide' },
    });
    const panel: GuidePanel = {
      ...(await guideFactsOf(visit.tx, params.case)),
      links: await guideLinksOf(visit.tx, { case: params.case }),
      asks: person.asks,
      died: person.died,
      said: await patientSaid(visit.tx, person.id, {
        today: visit.today,
        language: sayIn(await siteLanguage(visit.tx)).language,
      }),
    };
    return json(panel);
  },
});

const keep = siteRoute({
  method: 'PUT',
  url: '/api/cases/:case/guide',
  roles: carers,
  audit: 'change',
  params: caseParams,
  body: z.strictObject({ onVersion: z.number().int().min(0), facts: guideFactsForm }),
  handle: async (visit, { params, body: { onVersion, facts } }) => {
    const { tx, user, at } = visit;
    const person = await personToConfirm(tx, params.case);
    if (person === null) return noSuchCase();
    const kept = await keepGuideFacts(tx, params.case, onVersion, facts, user.id, at);
    if (!kept.ok)
      return refuse('changed-meanwhile', 'Somebody else changed this meanwhile. Read it again.', kept.error);
    await logged(visit, person, params.case, 'change', { what: 'guide-facts' });
    return json({ version: kept.value });
  },
});

const make = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/guide/links',
  roles: carers,
  audit: 'create',
  params: caseParams,
  body: confirmed.extend({
    language: z.enum(languages),
    months: z.union([z.literal(3), z.literal(6), z.literal(12)]),
    /** Who said yes to a carer's reading along; null for the patient's own link. */
    carerConsent: z.enum(['patient', 'representative']).nullable(),
  }),
  handle: async (visit, { params, body }) => {
    const { tx, context, user, at, today } = visit;
    const person = await personToConfirm(tx, params.case);
    if (person === null) return noSuchCase();
    if (person.died) return patientDied();
    if (!person.isConfirmedBy(body.confirm)) return notThatPerson(person);
    const expiresAt = new Date(at);
    expiresAt.setUTCMonth(expiresAt.getUTCMonth() + body.months);
    const { id, code, pin } = await makeGuideLink(tx, context.keys, {
      person: person.id,
      case: params.case,
      language: body.language,
      carer: body.carerConsent === null ? null : { consentBy: body.carerConsent, consentOn: today },
      expiresAt,
      by: user.id,
      at,
    });
    await logged(visit, person, params.case, 'create', {
      what: 'guide-link',
      carer: body.carerConsent !== null,
    });
    return created(sheetOf(visit, id, code, pin));
  },
});

const newPin = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/guide/links/:guideLink/pin',
  roles: carers,
  audit: 'change',
  params: linkParams,
  body: confirmed,
  handle: (visit, { params, body }) =>
    handOut(visit, params, body.confirm, async (code) => {
      const pin = await giveNewPin(visit.tx, { case: params.case, link: params.guideLink }, visit.at);
      return pin === null ? null : sheetOf(visit, params.guideLink, code, pin);
    }),
});

const sheet = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/guide/links/:guideLink/sheet',
  roles: carers,
  audit: 'change',
  params: linkParams,
  body: confirmed,
  handle: (visit, { params, body }) =>
    handOut(visit, params, body.confirm, async (code) => sheetOf(visit, params.guideLink, code, null)),
});

const revoke = siteRoute({
  method: 'DELETE',
  url: '/api/cases/:case/guide/links/:guideLink',
  roles: carers,
  audit: 'withdraw',
  params: linkParams,
  handle: async (visit, { params }) => {
    const { tx, user, at } = visit;
    const person = await personToConfirm(tx, params.case);
    if (person === null) return noSuchCase();
    const ended = await revokeGuideLink(tx, params.guideLink, { case: params.case }, user.id, at);
    if (!ended) return noSuchLink();
    await logged(visit, person, params.case, 'withdraw', { what: 'guide-link' });
    return nothing();
  },
});

async function handOut(
  visit: Visit,
  params: z.output<typeof linkParams>,
  typed: string,
  sheetFor: (code: string) => Promise<GuideSheet | null>,
): Promise<Answer> {
  const { tx, context, at } = visit;
  const person = await personToConfirm(tx, params.case);
  if (person === null) return noSuchCase();
  if (person.died) return patientDied();
  if (!person.isConfirmedBy(typed)) return notThatPerson(person);
  const code = await guideCodeOf(tx, context.keys, { case: params.case, link: params.guideLink }, at);
  const made = code === null ? null : await sheetFor(code);
  if (made === null) return noSuchLink();
  await logged(visit, person, params.case, 'change', { what: 'guide-sheet', newPin: made.pin !== null });
  return json(made);
}

function sheetOf({ context, tx }: Visit, id: number, code: string, pin: string | null): GuideSheet {
  const address = `${context.web.address}${guidePath(tx.site, code)}`;
  return { id, address, qr: qrCode(address, 'QR'), pin };
}

async function logged(
  visit: Visit,
  person: PersonToConfirm,
  ofCase: number,
  action: 'create' | 'change' | 'withdraw',
  detail: Readonly<Record<string, string | boolean>>,
): Promise<void> {
  await announce(visit.tx, { topic: 'case', change: 'changed', id: ofCase });
  visit.audit({ action, person: person.id, object: objectOf(ofCase), detail });
}

function objectOf(id: number): { readonly type: string; readonly id: string } {
  return { type: 'case', id: String(id) };
}

function noSuchLink(): Answer {
  return refuse('not-found', 'This case has no such link, or it does not open any more.');
}

/** Nobody is told to exercise after a death; a death that was recorded by mistake is taken back first. */
function patientDied(): Answer {
  return refuse('refused', 'This patient has died, as recorded. The guide opens no more.');
}

function notThatPerson({ asks }: PersonToConfirm): Answer {
  return refuse('refused', 'What was typed is not that of this patient. Look whom you have before you.', {
    at: 'body.confirm',
    asks,
  });
}

export const linkRoutes: readonly Route[] = [show, keep, make, newPin, sheet, revoke];
