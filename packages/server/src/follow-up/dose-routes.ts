// Doses over HTTP: one that was given, and the day that was arranged for the next.

import { unreachable } from '@breekpunt/core';
import { z } from 'zod';
import { noSuchCase, personOfCase } from '../case/no-such-case.ts';
import { type Answer, created, nothing, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import { carers } from '../people/role.ts';
import { type ArrangeRefused, arrangeDose, arrangedBody } from './arrange-dose.ts';
import { followUpRules } from './follow-up-rules.ts';
import { type DoseRefused, doseBody, giveDose } from './give-dose.ts';
import { logged } from './logged.ts';
import { planContacts } from './plan-contacts.ts';

const caseParams = z.strictObject({ case: z.coerce.number().int().positive() });

const give = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/doses',
  roles: carers,
  audit: 'create',
  params: caseParams,
  body: doseBody,
  handle: async (visit, { params, body }) => {
    const { tx, user, today, at } = visit;
    const person = await personOfCase(visit.tx, params.case);
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

const arrange = siteRoute({
  method: 'PUT',
  url: '/api/cases/:case/doses/arranged',
  roles: carers,
  audit: 'change',
  params: caseParams,
  body: arrangedBody,
  handle: async (visit, { params, body }) => {
    const { tx, user, today, at } = visit;
    const person = await personOfCase(tx, params.case);
    if (person === null) return noSuchCase();
    const arranged = await arrangeDose(tx, person, body, { user: user.id, at, today });
    if (!arranged.ok) return arrangeRefusal(arranged.error);
    await logged(visit, person, params.case, 'change', {
      step: body.on === null ? 'dose-called-off' : 'dose-arranged',
      drug: body.drug,
    });
    return nothing();
  },
});

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

function arrangeRefusal(error: ArrangeRefused): Answer {
  switch (error.kind) {
    case 'none-waits':
      return refuse('refused', 'No dose of this drug waits to be given.', { at: 'body.drug' });
    case 'in-the-past':
      return refuse(
        'refused',
        'A dose is arranged for today or later; write one that was given down as given.',
        {
          at: 'body.on',
        },
      );
    default:
      return unreachable(error);
  }
}

export const doseRoutes: readonly Route[] = [give, arrange];
