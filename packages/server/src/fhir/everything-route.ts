// Patient/:id/$everything: all that is known of one patient, in one Bundle. Decision: bounded, because a record is a few
// hundred resources; what does not fit is refused rather than cut.

import { z } from 'zod';
import { type Route, siteRoute } from '../http/route.ts';
import { carers } from '../people/role.ts';
import { fhirAnswer, notFoundAnswer, outcomeAnswer, searchBundle } from './fhir-answer.ts';
import { mayRead } from './fhir-caller.ts';
import { fhirBase, ifMayRead } from './fhir-request.ts';
import { readOne } from './search/read-one.ts';
import { plainSearch } from './search/read-search.ts';
import { runSearch } from './search/run-search.ts';
import type { FoundResource } from './search/write-found.ts';
import { servedTypes } from './served-types.ts';
import { patientType } from './types/patient-type.ts';

const mostResources = 5_000;

const everything = siteRoute({
  method: 'GET',
  url: '/fhir/Patient/:fhirId/$everything',
  roles: [...carers, 'machine'],
  audit: 'view',
  params: z.strictObject({ fhirId: z.string().regex(/^[A-Za-z0-9.-]{1,64}$/) }),
  query: z.strictObject({ _format: z.string().optional() }),
  handle: (visit, { params }) =>
    ifMayRead(visit, 'Patient', 'view', 'read', async (context) => {
      const patient = await readOne(context, patientType, params.fhirId);
      if (patient === null) {
        visit.audit({ action: 'view', outcome: 'failed', detail: { door: 'fhir', type: 'Patient' } });
        return notFoundAnswer;
      }
      const found: FoundResource[] = [patient];
      for (const served of servedTypes) {
        const ofPatient = Object.hasOwn(served.parameters, 'patient') && served.type !== 'AuditEvent';
        if (!ofPatient || !mayRead(context.caller, served.type)) continue;
        const whose = { kind: 'reference', type: 'Patient', id: params.fhirId } as const;
        const asked = [{ name: 'patient', values: [whose] }];
        const page = await runSearch(context, served, plainSearch(asked, mostResources));
        found.push(...page.found);
        if (page.next !== null || found.length > mostResources) {
          visit.audit({ action: 'view', outcome: 'failed', detail: { door: 'fhir', type: 'Patient' } });
          return outcomeAnswer(403, 'too-costly', 'This record is too large for one answer; search by type.');
        }
      }
      visit.audit({
        action: 'view',
        person: patient.person,
        object: { type: 'Patient', id: params.fhirId },
        detail: { door: 'fhir', operation: 'everything', found: found.length },
      });
      const base = fhirBase(visit);
      const self = `${base}/Patient/${params.fhirId}/$everything`;
      const page = { found, next: null, total: found.length };
      return fhirAnswer(searchBundle(base, page, { included: [], leftOut: [] }, { self, next: null }));
    }),
});

export const everythingRoutes: readonly Route[] = [everything];
