// The FHIR door, outwards: what is served, its description, whole records, bulk export. What comes in stands in
// intake/fhir.

import { type Route, siteRoute } from '../http/route.ts';
import { roles } from '../people/role.ts';
import { capabilityRoutes } from './capability-statement.ts';
import { everythingRoutes } from './everything-route.ts';
import { exportRoutes } from './export/export-routes.ts';
import { outcomeAnswer } from './fhir-answer.ts';
import { historyRoutes } from './history/history-routes.ts';
import { readRoutes } from './read-routes.ts';
import { servedTypes } from './served-types.ts';

/** Whatever else is asked under the base is said to be unknown, in FHIR's own words. */
const unknown = siteRoute({
  method: 'GET',
  url: '/fhir/*',
  roles: [...roles, 'machine'],
  audit: 'none',
  handle: () =>
    Promise.resolve(
      outcomeAnswer(
        404,
        'not-supported',
        `There is no such resource type or operation here. Served are ${servedTypes.map(({ type }) => type).join(', ')}.`,
      ),
    ),
});

/** Systems come here with tokens (SMART backend services) as well as with keys. */
function alsoForTokens(route: Route): Route {
  return route.kind === 'site' || route.kind === 'upload' ? { ...route, forTokens: true } : route;
}

const served: readonly Route[] = [
  ...capabilityRoutes,
  ...historyRoutes,
  ...servedTypes.flatMap(readRoutes),
  ...everythingRoutes,
  ...exportRoutes,
  unknown,
];

export const fhirApiRoutes: readonly Route[] = served.map(alsoForTokens);
