// Every resource type that is served: routes, CapabilityStatement, search and export are all made from this list.

import type { ServedType } from './search/source.ts';
import { auditEventType } from './types/audit-event-type.ts';
import {
  appointmentType,
  carePlanType,
  episodeOfCareType,
  flagType,
  riskAssessmentType,
  serviceRequestType,
  taskType,
} from './types/care-types.ts';
import { conditionType } from './types/condition-type.ts';
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
