// Every route of the server. A room's routes stand in the room; here they are gathered, and tests walk this list.

import { assessmentRoutes } from '../assessment/assessment-routes.ts';
import { auditRoutes } from '../audit/audit-routes.ts';
import { caseRoutes } from '../case/case-routes.ts';
import { findingQualityRoutes } from '../case/finding-quality-routes.ts';
import { taskRoutes } from '../case/task-routes.ts';
import { cdsRoutes } from '../cds/cds-routes.ts';
import { claimRoutes } from '../claims/claim-routes.ts';
import { connectionRoutes } from '../connections/connection-routes.ts';
import { decisionRoutes } from '../decision/decision-routes.ts';
import { densitometerRoutes } from '../densitometers/densitometer-routes.ts';
import { emergencyRoutes } from '../emergency/emergency-routes.ts';
import { fhirApiRoutes } from '../fhir/fhir-api-routes.ts';
import { figureRoutes } from '../figures/figure-routes.ts';
import { calendarFeedRoutes } from '../follow-up/calendar/calendar-routes.ts';
import { followUpRoutes } from '../follow-up/follow-up-routes.ts';
import { transferRoutes } from '../follow-up/transfer/transfer-routes.ts';
import { gridRoutes } from '../grids/grid-routes.ts';
import { guideRoutes } from '../guide/guide-routes.ts';
import { hipCareCodeRoutes } from '../hip-care/hip-care-code-routes.ts';
import { hipCareRoutes } from '../hip-care/hip-care-routes.ts';
import { densityRoutes } from '../intake/care/density-routes.ts';
import { fhirRoutes } from '../intake/fhir/fhir-routes.ts';
import { inboxRoutes } from '../intake/inbox/inbox-routes.ts';
import { mergeRoutes } from '../intake/people/merge-routes.ts';
import { uploadRoutes } from '../intake/uploads/upload-routes.ts';
import { knowledgeRoutes } from '../knowledge/knowledge-routes.ts';
import { letterRoutes } from '../letters/letter-routes.ts';
import { morphometryRoutes } from '../morphometry/morphometry-routes.ts';
import { accountRoutes } from '../people/account-routes.ts';
import { machineRoutes } from '../people/machine-routes.ts';
import { providerRoutes } from '../people/provider-routes.ts';
import { setUpRoutes } from '../people/set-up-routes.ts';
import { signInRoutes } from '../people/sign-in-routes.ts';
import { siteRoutes } from '../people/site-routes.ts';
import { userRoutes } from '../people/user-routes.ts';
import { qualityFileRoutes } from '../quality/quality-file-routes.ts';
import { qualityRoutes } from '../quality/quality-routes.ts';
import { simulationRoutes } from '../quality/simulation-routes.ts';
import { riskRoutes } from '../risk/risk-routes.ts';
import { launchRoutes } from '../smart/launch-routes.ts';
import { tokenRoutes } from '../smart/token-routes.ts';
import { webhookRoutes } from '../webhooks/webhook-routes.ts';
import { worklistRoutes } from '../worklist/worklist-routes.ts';
import type { Route } from './route.ts';

export const allRoutes: readonly Route[] = [
  ...setUpRoutes,
  ...signInRoutes,
  ...providerRoutes,
  ...accountRoutes,
  ...userRoutes,
  ...machineRoutes,
  ...siteRoutes,
  ...densitometerRoutes,
  ...connectionRoutes,
  ...cdsRoutes,
  ...webhookRoutes,
  ...tokenRoutes,
  ...launchRoutes,
  ...auditRoutes,
  ...emergencyRoutes,
  ...inboxRoutes,
  ...fhirRoutes,
  ...fhirApiRoutes,
  ...uploadRoutes,
  ...densityRoutes,
  ...mergeRoutes,
  ...worklistRoutes,
  ...caseRoutes,
  ...assessmentRoutes,
  ...decisionRoutes,
  ...riskRoutes,
  ...taskRoutes,
  ...followUpRoutes,
  ...calendarFeedRoutes,
  ...transferRoutes,
  ...findingQualityRoutes,
  ...claimRoutes,
  ...qualityRoutes,
  ...qualityFileRoutes,
  ...hipCareRoutes,
  ...hipCareCodeRoutes,
  ...simulationRoutes,
  ...gridRoutes,
  ...letterRoutes,
  ...knowledgeRoutes,
  ...figureRoutes,
  ...morphometryRoutes,
  ...guideRoutes,
];
