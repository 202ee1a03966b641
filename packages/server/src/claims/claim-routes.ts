// The claim checker over HTTP. Decision: the text is read and forgotten: nothing of it is stored or logged, because a pasted
// letter might hold more than a leaflet does.

import { type ClaimCheck, createClaimChecker } from '@breekpunt/inform';
import { addressOf, type Claim, claimLanguages, loadKnowledge } from '@breekpunt/knowledge';
import { z } from 'zod';
import { json } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import { carers } from '../people/role.ts';

/** A claim as a reader needs it, with where to read more. */
export interface ShownClaim
  extends Pick<Claim, 'id' | 'verdict' | 'says' | 'evidence' | 'wording' | 'status'> {
  readonly sources: readonly {
    readonly id: string;
    readonly title: string;
    readonly address: string | null;
  }[];
}

export interface CheckedText extends ClaimCheck {
  /** Those that were found, each once. */
  readonly claims: readonly ShownClaim[];
  readonly knowledgeVersion: string;
}

let checker: ReturnType<typeof createClaimChecker> | undefined;

const check = siteRoute({
  method: 'POST',
  url: '/api/claims/check',
  roles: carers,
  audit: 'none',
  body: z.strictObject({
    text: z.string().max(100_000),
    language: z.enum(claimLanguages).optional(),
  }),
  handle: async (_visit, { body: { text, language } }) => {
    const knowledge = loadKnowledge();
    checker ??= createClaimChecker(knowledge.claims);
    const checked = checker(text, language);
    const ids = new Set(checked.found.map(({ claim }) => claim));
    const claims = knowledge.claims.claims.filter(({ id }) => ids.has(id)).map(shown);
    return json({ ...checked, claims, knowledgeVersion: knowledge.version } satisfies CheckedText);
  },
});

function shown({ id, verdict, says, evidence, wording, status, sources }: Claim): ShownClaim {
  const known = loadKnowledge().sources;
  return {
    id,
    verdict,
    says,
    evidence,
    wording,
    status,
    sources: sources.flatMap((cited) => {
      const source = known[cited.id];
      return source === undefined ? [] : [{ id: source.id, title: source.title, address: addressOf(source) }];
    }),
  };
}

export const claimRoutes: readonly Route[] = [check];
