// CDS Hooks 2.0 over HTTP: discovery, a request for cards, feedback. Decision: the token is checked before a word of the body is
// believed; a patient who is not known here is no error (the answer is "no cards"), but a request that does not say who the
// patient is gets 412, because silence would look like health.

import { z } from 'zod';
import type { Actor } from '../audit/audit-event.ts';
import { admitSystem, siteNamed } from '../connections/admit-system.ts';
import { type ConnectedSystem, systemBy } from '../connections/connected-system.ts';
import { type Answer, json, refuse } from '../http/answer.ts';
import { inLoggedTransaction } from '../http/in-visit.ts';
import { openRoute, type Route } from '../http/route.ts';
import type { Call } from '../http/visit.ts';
import { cardsFor } from './cards-for.ts';
import { factsOf } from './hook-facts.ts';
import { type HookRequest, hookRequest, readContext } from './hook-request.ts';
import { type HookService, hookServices, servicesListed } from './hook-services.ts';
import { keepCards, takeFeedback } from './kept-cards.ts';

/** A token is made for one request. */
const longestSeconds = 900;
const perMinute = 6_000;
const mostBytes = 5_000_000;

const service = z.string().max(60);
const site = z.string().max(39);

const coding = z.looseObject({ code: z.string().max(200) });
const feedbackBody = z.looseObject({
  feedback: z
    .array(
      z.looseObject({
        card: z.string().max(100),
        outcome: z.enum(['accepted', 'overridden']),
        acceptedSuggestions: z
          .array(z.looseObject({ id: z.string().max(100) }))
          .max(50)
          .optional(),
        overrideReason: z
          .looseObject({ reason: coding.optional(), userComment: z.string().max(2_000).optional() })
          .optional(),
        outcomeTimestamp: z.iso.datetime({ offset: true }),
      }),
    )
    .min(1)
    .max(100),
});
type FeedbackBody = z.infer<typeof feedbackBody>;

/** At the hospital that the address names, or, where there is one only, at that one. */
function routesAt(prefix: '' | '/hospitals/:site'): readonly Route[] {
  const named = (params: { readonly service: string; readonly site?: string }): string | null =>
    params.site ?? null;
  const params = prefix === '' ? z.strictObject({ service }) : z.strictObject({ site, service });
  return [
    openRoute({
      method: 'GET',
      url: `${prefix}/cds-services`,
      perMinute,
      handle: async () => json(servicesListed()),
    }),
    openRoute({
      method: 'POST',
      url: `${prefix}/cds-services/:service`,
      perMinute,
      params,
      // What is sent along of a long record.
      upTo: mostBytes,
      body: hookRequest,
      handle: async (call, input) => give(call, named(input.params), input.params.service, input.body),
    }),
    openRoute({
      method: 'POST',
      url: `${prefix}/cds-services/:service/feedback`,
      perMinute,
      params,
      body: feedbackBody,
      handle: async (call, input) => hear(call, named(input.params), input.params.service, input.body),
    }),
  ];
}

export const cdsRoutes: readonly Route[] = [...routesAt(''), ...routesAt('/hospitals/:site')];

async function give(call: Call, named: string | null, id: string, request: HookRequest): Promise<Answer> {
  const door = await admitted(call, named, id);
  if ('kind' in door) return door;
  const { asked, system, at } = door;
  const wrong = (fields: readonly unknown[]): Answer =>
    refuse('not-valid', 'The request is not as expected; "fields" says where and what was expected.', {
      fields,
    });
  if (request.hook !== asked.hook) return wrong([{ at: 'body.hook', expected: asked.hook }]);
  const read = readContext(asked.hook, request.context);
  if (!read.ok) return wrong(read.fields);
  const facts = await factsOf(asked.hook, request, read.context, system);
  if (!facts.ok)
    return refuse(
      'no-patient-data',
      'The patient was not sent along as "patient" and could not be read from the FHIR server that is registered.',
    );
  return inLoggedTransaction(call, at, actorOf(system), 'search', async (tx, audit) => {
    const { person, given } = await cardsFor(tx, call, {
      hook: asked.hook,
      context: read.context,
      facts: facts.value,
      system,
    });
    await keepCards(tx, given, { system: system.id, service: asked.id, person, at: call.at });
    audit({
      action: 'search',
      person,
      shown: person === null ? [] : [person],
      object: { type: 'cds-service', id: asked.id },
      // The person there on whose behalf it was asked, by the id that the other system gives them.
      detail: { cards: given.length, onBehalfOf: read.context.userId.slice(0, 100) },
    });
    return json({ cards: given.map(({ card }) => card) });
  });
}

async function hear(call: Call, named: string | null, id: string, body: FeedbackBody): Promise<Answer> {
  const door = await admitted(call, named, id);
  if ('kind' in door) return door;
  const { asked, system, at } = door;
  return inLoggedTransaction(call, at, actorOf(system), 'change', async (tx, audit) => {
    for (const each of body.feedback) {
      const taken = await takeFeedback(
        tx,
        { system: system.id, service: asked.id, at: call.at },
        {
          card: each.card,
          outcome: each.outcome,
          acceptedSuggestions: (each.acceptedSuggestions ?? []).map((suggestion) => suggestion.id),
          reason: each.overrideReason?.reason?.code ?? null,
          comment: each.overrideReason?.userComment ?? null,
          outcomeAt: new Date(each.outcomeTimestamp),
        },
      );
      if (taken === null)
        return refuse('not-found', 'No such card was given to this system by this service.');
      audit({
        action: 'change',
        person: taken.person,
        object: { type: 'cds-service', id: asked.id },
        detail: { step: 'feedback', outcome: each.outcome },
      });
    }
    return json({});
  });
}

interface Door {
  readonly asked: HookService;
  readonly system: ConnectedSystem;
  /** The hospital. */
  readonly at: string;
}

async function admitted(call: Call, named: string | null, id: string): Promise<Door | Answer> {
  const asked = hookServices.find((each) => each.id === id);
  if (asked === undefined)
    return refuse('not-found', 'There is no such service; GET cds-services lists them.');
  const at = await siteNamed(call, named);
  if (at === null)
    return refuse(
      'not-found',
      'Name the hospital: /hospitals/ID/cds-services. There are several here, or none of this name.',
    );
  const { address } = call.context.web;
  const audience = ['', `/hospitals/${at}`].flatMap((prefix) =>
    [`/cds-services/${id}`, `/cds-services/${id}/feedback`].map((path) => `${address}${prefix}${path}`),
  );
  const system = await admitSystem(call, at, call.bearer, {
    find: (tx, issuer) => systemBy(tx, { issuer }),
    terms: ({ issuer }) => ({ issuer: issuer ?? '', audience, longestSeconds }),
  });
  if (!system.ok) return refuse('not-signed-in', 'The request brings no token that is accepted here.');
  return { asked, system: system.value, at };
}

function actorOf({ account }: ConnectedSystem): Actor {
  return { kind: 'user', user: account, onBehalfOf: null };
}
