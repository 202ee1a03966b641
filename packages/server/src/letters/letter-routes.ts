// Letters over HTTP. Nurses draft and edit, a physician signs, and whoever sends one writes down how and to whom.

import { type CalendarDate, unreachable } from '@breekpunt/core';
import { aboutLine, composeLetter, type Letterhead, letterKinds, letterLanguages } from '@breekpunt/inform';
import { loadKnowledge } from '@breekpunt/knowledge';
import { z } from 'zod';
import { assessmentRulesOn } from '../assessment/assessment-rules.ts';
import { type CaseRecord, readCaseRecord } from '../assessment/case-record.ts';
import { type Answer, created, file, json, nothing, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { carers } from '../people/role.ts';
import { decisionsOf } from '../records/decision.ts';
import { injectionsOf } from '../records/injection.ts';
import { factsOfCase } from './facts-of-case.ts';
import {
  addDraft,
  editLetter,
  type KeptLetter,
  type LetterRefused,
  lettersOfCase,
  recordSending,
  sendingWays,
  signedDocument,
  signLetter,
} from './letter-store.ts';
import { letterheadBody, readLetterhead, saveLetterhead } from './letterhead.ts';
import { printLetter } from './print-letter.ts';

export interface LettersPage {
  /** Newest first. */
  readonly letters: readonly KeptLetter[];
  readonly head: Letterhead;
  /** Of the patient; null when not known. */
  readonly patientLanguage: string | null;
}

const caseParams = z.strictObject({ case: z.coerce.number().int().positive() });
const letterParams = caseParams.extend({ letter: z.coerce.number().int().positive() });
const onVersion = z.number().int().positive();

const list = siteRoute({
  method: 'GET',
  url: '/api/cases/:case/letters',
  roles: carers,
  audit: 'view',
  params: caseParams,
  handle: async (visit, { params }) => {
    const record = await readCaseRecord(visit.tx, params.case);
    if (record === null) return noSuchLetter();
    visit.audit({
      action: 'view',
      person: record.person.id,
      object: objectOf(params.case),
      detail: { step: 'letters' },
    });
    const letters = await lettersOfCase(visit.tx, params.case);
    const head = await readLetterhead(visit.tx);
    return json({ letters, head, patientLanguage: record.person.language } satisfies LettersPage);
  },
});

const draft = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/letters',
  roles: carers,
  audit: 'create',
  params: caseParams,
  body: z.strictObject({
    kind: z.enum(letterKinds),
    language: z.enum(letterLanguages),
    replaces: z.number().int().positive().nullable().default(null),
  }),
  handle: async (visit, { params, body }) => {
    const { tx, user, at, today } = visit;
    const record = await readCaseRecord(tx, params.case);
    if (record === null) return noSuchLetter();
    if (body.replaces !== null) {
      const replaced = (await lettersOfCase(tx, params.case)).find(({ id }) => id === body.replaces);
      if (replaced === undefined) return noSuchLetter();
    }
    const knowledge = loadKnowledge();
    const facts = await factsFor(visit, record, today);
    const { kind, language, ...content } = composeLetter(body.kind, facts, body.language, knowledge);
    const id = await addDraft(tx, {
      person: record.person.id,
      case: params.case,
      kind,
      language,
      content: { ...content, about: aboutLine(facts, language) },
      contentVersion: knowledge.version,
      replaces: body.replaces,
      by: user.id,
      at,
    });
    audited(visit, record, 'create', { step: 'letter', kind });
    return created({ id });
  },
});

const edit = siteRoute({
  method: 'PUT',
  url: '/api/cases/:case/letters/:letter',
  roles: carers,
  audit: 'change',
  params: letterParams,
  body: z.strictObject({ onVersion, bodies: z.record(z.string(), z.string().max(20_000)) }),
  handle: async (visit, { params, body }) => {
    const found = await letterOf(visit, params);
    if (found === null) return noSuchLetter();
    const edited = await editLetter(visit.tx, found.letter, body.onVersion, body.bodies);
    if (!edited.ok) return refusal(edited.error);
    audited(visit, found.record, 'change', { step: 'letter' });
    return json({ version: edited.value });
  },
});

const sign = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/letters/:letter/signature',
  roles: ['physician'],
  audit: 'decide',
  params: letterParams,
  body: z.strictObject({ onVersion }),
  handle: async (visit, { params, body }) => {
    const { tx, user, at, today } = visit;
    const found = await letterOf(visit, params);
    if (found === null) return noSuchLetter();
    const head = await readLetterhead(tx);
    const print = (letter: KeptLetter): Buffer => printLetter(letter, head, today, user.displayName);
    const signed = await signLetter(tx, found.letter, body.onVersion, print, user.id, at);
    if (!signed.ok) return refusal(signed.error);
    audited(visit, found.record, 'decide', { step: 'letter-signed' });
    return json({ version: signed.value, at });
  },
});

const print = siteRoute({
  method: 'GET',
  url: '/api/cases/:case/letters/:letter/pdf',
  roles: carers,
  audit: 'export',
  params: letterParams,
  handle: async (visit, { params }) => {
    const found = await letterOf(visit, params);
    if (found === null) return noSuchLetter();
    const kept = found.letter.signedAt === null ? null : await signedDocument(visit.tx, params.letter);
    const document = kept ?? printLetter(found.letter, await readLetterhead(visit.tx), visit.today, null);
    audited(visit, found.record, 'export', { step: 'letter-pdf' });
    return file(`brief-${params.letter}.pdf`, 'application/pdf', document);
  },
});

const send = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/letters/:letter/sendings',
  roles: carers,
  audit: 'send',
  params: letterParams,
  body: z.strictObject({ way: z.enum(sendingWays), recipient: z.string().trim().min(1).max(200) }),
  handle: async (visit, { params, body }) => {
    const found = await letterOf(visit, params);
    if (found === null) return noSuchLetter();
    const sent = await recordSending(visit.tx, found.letter, body, visit.user.id, visit.at);
    if (!sent.ok) return refusal(sent.error);
    audited(visit, found.record, 'send', { step: 'letter', way: body.way });
    return created({ at: visit.at });
  },
});

const saveHead = siteRoute({
  method: 'PUT',
  url: '/api/letterhead',
  roles: ['lead', 'it'],
  audit: 'configure',
  body: letterheadBody,
  handle: async (visit, { body }) => {
    await saveLetterhead(visit.tx, body, visit.user.id, visit.at);
    visit.audit({ action: 'configure', detail: { step: 'letterhead' } });
    return nothing();
  },
});

async function factsFor(
  { tx, user }: Visit,
  record: CaseRecord,
  today: CalendarDate,
): Promise<ReturnType<typeof factsOfCase>> {
  return factsOfCase(
    {
      record,
      decisions: await decisionsOf(tx, record.person.id),
      injections: await injectionsOf(tx, record.person.id),
      head: await readLetterhead(tx),
      country: user.country,
    },
    assessmentRulesOn(today),
    today,
  );
}

async function letterOf(
  { tx }: Visit,
  params: { readonly case: number; readonly letter: number },
): Promise<{ readonly letter: KeptLetter; readonly record: CaseRecord } | null> {
  const record = await readCaseRecord(tx, params.case);
  const letter = (await lettersOfCase(tx, params.case)).find(({ id }) => id === params.letter);
  return record === null || letter === undefined ? null : { letter, record };
}

function audited(
  visit: Visit,
  record: CaseRecord,
  action: 'create' | 'change' | 'decide' | 'export' | 'send',
  detail: Readonly<Record<string, string>>,
): void {
  visit.audit({ action, person: record.person.id, object: objectOf(record.case), detail });
}

function objectOf(id: number): { readonly type: string; readonly id: string } {
  return { type: 'case', id: String(id) };
}

function noSuchLetter(): Answer {
  return refuse('not-found', 'There is no such case or letter at this hospital.');
}

function refusal({ kind }: LetterRefused): Answer {
  switch (kind) {
    case 'not-found':
      return noSuchLetter();
    case 'changed-meanwhile':
      return refuse('changed-meanwhile', 'Somebody else changed this letter meanwhile. Read it again.');
    case 'already-signed':
      return refuse('refused', 'The letter is signed. Draft a new one that replaces it.');
    case 'not-signed':
      return refuse('refused', 'Only a signed letter is sent. Have a physician sign it first.');
    case 'other-sections':
      return refuse('refused', 'Expected sections of this letter.', { at: 'body.bodies' });
    default:
      return unreachable(kind);
  }
}

export const letterRoutes: readonly Route[] = [list, draft, edit, sign, print, send, saveHead];
