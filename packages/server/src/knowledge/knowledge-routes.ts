// Rules and sources over HTTP, for everybody who works here; signing them, for physicians.

import { knownDate, parseCalendarDate, unreachable } from '@breekpunt/core';
import { type Country, loadKnowledge, ruleCountries } from '@breekpunt/knowledge';
import { z } from 'zod';
import { signedRules } from '../decision/signed-rules.ts';
import { type Answer, created, json, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import { roles } from '../people/role.ts';
import { knowledgeEntry } from './knowledge-entry.ts';
import { knowledgeIndex } from './knowledge-index.ts';
import { type SignOffRefused, signedRuleSets, signOffBody, signRuleSet } from './sign-off.ts';

const day = z
  .string()
  .refine((text) => parseCalendarDate(text).ok, { message: 'a day such as 2026-11-22' })
  .transform(knownDate);

const list = siteRoute({
  method: 'GET',
  url: '/api/knowledge',
  roles,
  audit: 'none',
  query: z.strictObject({ country: z.enum([...ruleCountries, 'any']).optional(), on: day.optional() }),
  handle: async ({ tx, today }, { query: { country, on = today } }) => {
    const knowledge = loadKnowledge();
    const sets = await signedRuleSets(tx, knowledge);
    const chosen = country ?? (await countryOfSite(tx));
    return json(knowledgeIndex(knowledge, sets, chosen === 'any' ? null : chosen, on));
  },
});

const show = siteRoute({
  method: 'GET',
  url: '/api/knowledge/entry',
  roles,
  audit: 'none',
  query: z.strictObject({ id: z.string().min(1).max(200) }),
  handle: async ({ tx, today }, { query: { id } }) => {
    const knowledge = loadKnowledge();
    const entry = knowledgeEntry(knowledge, await signedRuleSets(tx, knowledge), id, today);
    return entry === null ? refuse('not-found', 'The knowledge of today has no such id.') : json(entry);
  },
});

/** The rules that are neither confirmed in their sources nor signed here: to be shown as such wherever they stand. */
const drafts = siteRoute({
  method: 'GET',
  url: '/api/knowledge/drafts',
  roles,
  audit: 'none',
  handle: async ({ tx }) => {
    const knowledge = loadKnowledge();
    const signed = await signedRules(tx, knowledge);
    return json({
      drafts: Object.values(knowledge.rules)
        .filter(({ id, status }) => status === 'draft' && !signed.has(id))
        .map(({ id }) => id),
    });
  },
});

const sign = siteRoute({
  method: 'POST',
  url: '/api/knowledge/sign-offs',
  roles: ['physician'],
  audit: 'decide',
  body: signOffBody,
  handle: async ({ tx, user, at, audit }, { body }) => {
    const knowledge = loadKnowledge();
    const signed = await signRuleSet(tx, knowledge, body, user.id, at);
    if (!signed.ok) return refusal(signed.error);
    audit({
      action: 'decide',
      object: { type: 'rule-set', id: body.set },
      detail: { decision: body.decision, hash: body.hash, knowledge: knowledge.version },
    });
    return created({ sets: await signedRuleSets(tx, knowledge) });
  },
});

async function countryOfSite({ site, db }: Parameters<typeof signedRuleSets>[0]): Promise<Country> {
  const row = await db
    .selectFrom('site')
    .select('country')
    .where('site_id', '=', site)
    .executeTakeFirstOrThrow();
  return row.country;
}

function refusal(error: SignOffRefused): Answer {
  switch (error.kind) {
    case 'no-such-set':
      return refuse('not-found', 'There is no such rule set.');
    case 'changed-since-read':
      return refuse(
        'changed-meanwhile',
        'The rules were changed since this page was read. Read them again.',
        {
          hash: error.hash,
        },
      );
    case 'not-signed':
      return refuse('refused', 'Nobody signed this rule set, so there is nothing to take back.', {
        at: 'body.decision',
      });
    default:
      return unreachable(error);
  }
}

export const knowledgeRoutes: readonly Route[] = [list, show, drafts, sign];
