// POST /fhir: Bundles of type transaction and batch, one resource, or NDJSON, one resource a line.
// Decision: a transaction is taken whole or not at all; of a batch, of NDJSON and of single resources each sound one is
// taken and each unsound one is answered by an OperationOutcome that names its element. What was taken is in the inbox
// as it came.

import { pdfTextsIn, readResource } from '@breekpunt/integrate';
import { sql } from 'kysely';
import { type Answer, jsonAs } from '../../http/answer.ts';
import { type Route, uploadRoute } from '../../http/route.ts';
import type { Visit } from '../../http/visit.ts';
import { finishMessage } from '../inbox/finish-message.ts';
import { hospitalFacts } from '../inbox/hospital-facts.ts';
import type { MessageContext } from '../inbox/message-context.ts';
import { receive } from '../inbox/receive.ts';
import { announceCases } from '../reports/announce-cases.ts';
import { applyFhir } from './apply-fhir.ts';
import { type FhirEntry, type FhirIssue, issueFrom, operationOutcome } from './fhir-entry.ts';
import { type Posted, readPosted } from './posted.ts';

const type = 'application/fhir+json';
const mostBytes = 50_000_000;

/** Some clients write a slash behind the address of a server. */
const bases = ['/fhir', '/fhir/'] as const;

const posts = bases.map((url) =>
  uploadRoute({
    method: 'POST',
    url,
    roles: ['lead', 'it', 'machine'],
    audit: 'import',
    upTo: mostBytes,
    async handle(visit, { body }, contentType) {
      const posted = readPosted(body, contentType);
      if (!posted.ok) {
        visit.audit({ action: 'import', outcome: 'failed', detail: { door: 'fhir' } });
        return jsonAs(
          type,
          400,
          operationOutcome([posted.error], () => 'Bundle'),
        );
      }
      return take(visit, body, posted.value);
    },
  }),
);

async function take(visit: Visit, body: Buffer, posted: Posted): Promise<Answer> {
  const { tx, audit } = visit;
  const read = await readAll(posted);
  if (posted.whole && read.issues.length > 0) {
    audit({ action: 'import', outcome: 'failed', detail: { door: 'fhir', rejects: read.issues.length } });
    return jsonAs(type, 400, operationOutcome(read.issues, posted.at));
  }
  await sql`savepoint posted`.execute(tx.db);
  const message = await receive(tx, { door: 'fhir', format: posted.format, raw: body });
  if (message.again) {
    audit({ action: 'import', detail: { door: 'fhir', again: true } });
    return jsonAs(type, 200, answerBody(posted, read.issues, '200 OK'));
  }
  const applied = await applyFhir(tx, await contextOf(visit, message.id), read.entries);
  const issues = [...read.issues, ...applied.issues].toSorted((a, b) => a.index - b.index);
  if (posted.whole && issues.length > 0) {
    // Nothing of it is left behind, not even the message.
    await sql`rollback to savepoint posted`.execute(tx.db);
    audit({ action: 'import', outcome: 'failed', detail: { door: 'fhir', rejects: issues.length } });
    return jsonAs(type, 422, operationOutcome(issues, posted.at));
  }
  const counts = { ...applied.counts, rejects: issues.length };
  await finishMessage(tx, message.id, { ...applied, counts, state: 'processed', person: null }, visit.at);
  await announceCases(tx, applied.events);
  audit({
    action: 'import',
    shown: applied.persons,
    object: { type: 'inbox_message', id: String(message.id) },
    detail: { door: 'fhir', ...counts },
  });
  return jsonAs(type, 200, answerBody(posted, issues, '201 Created'));
}

async function contextOf({ tx, context, today, at }: Visit, inboxMessage: number): Promise<MessageContext> {
  return {
    keys: context.keys,
    finding: context.intake.finding(),
    hospital: await hospitalFacts(tx),
    moment: { today, now: at },
    inboxMessage,
  };
}

async function readAll({ resources }: Posted): Promise<{ entries: FhirEntry[]; issues: FhirIssue[] }> {
  const entries: FhirEntry[] = [];
  const issues: FhirIssue[] = [];
  for (const { index, fullUrl, value, problem, name } of resources) {
    if (problem !== null) {
      issues.push({ ...problem, index });
      continue;
    }
    const read = readResource(value, index + 1, name, await pdfTextsIn(value));
    if (read.ok) entries.push({ index, fullUrl, read: read.value });
    else issues.push(issueFrom(index, read.error));
  }
  return { entries, issues };
}

function answerBody(posted: Posted, issues: readonly FhirIssue[], done: string): unknown {
  if (posted.answer === 'outcome') return operationOutcome(issues, posted.at);
  const byIndex = new Map(issues.map((issue) => [issue.index, issue]));
  return {
    resourceType: 'Bundle',
    type: posted.answer,
    entry: posted.resources.map(({ index }) => {
      const issue = byIndex.get(index);
      return {
        response:
          issue === undefined
            ? { status: done }
            : {
                status: issue.code === 'not-supported' ? '405 Method Not Allowed' : '400 Bad Request',
                outcome: operationOutcome([issue], posted.at),
              },
      };
    }),
  };
}

export const fhirRoutes: readonly Route[] = posts;
