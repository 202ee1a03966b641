// Every resource type that is served: routes, CapabilityStatement, search and export are all made from this list.

import type { ServedType } from './search/source.ts';
import { appointmentType } from './types/appointment-type.ts';
import { auditEventType } from './types/audit-event-type.ts';
import { carePlanType, episodeOfCareType } from './types/case-types.ts';
import { conditionType } from './types/condition-type.ts';
import { flagType } from './types/flag-type.ts';
import { groupType, measureReportType, measureType } from './types/measure-types.ts';
import {
  encounterType,
  medicationAdministrationType,
  medicationRequestType,
  medicationStatementType,
  procedureType,
} from './types/medication-types.ts';
import { observationType } from './types/observation-type.ts';
import { patientType } from './types/patient-type.ts';
import { compositionType, diagnosticReportType, documentReferenceType } from './types/report-types.ts';
import { riskAssessmentType } from './types/risk-assessment-type.ts';
import { serviceRequestType } from './types/service-request-type.ts';
import { taskType } from './types/task-type.ts';

export const servedTypes: readonly ServedType[] = [
  patientType,
  conditionType,
  observationType,
  diagnosticReportType,
  documentReferenceType,
  compositionType,
  riskAssessmentType,
  serviceRequestType,
  medicationRequestType,
  medicationStatementType,
  medicationAdministrationType,
  procedureType,
  encounterType,
  carePlanType,
  episodeOfCareType,
  taskType,
  appointmentType,
  flagType,
  measureType,
  measureReportType,
  groupType,
  auditEventType,
];

export function servedType(name: string): ServedType | undefined {
  return servedTypes.find(({ type }) => type === name);
}
