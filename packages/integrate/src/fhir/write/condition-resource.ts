// A fracture to a Condition: the episode that the case finder merged, with what people said of it; or one coded statement
// of another system. Decision: what only the case finder read is "provisional" until somebody has confirmed it, and a
// fracture whose sources were withdrawn is entered-in-error, so that nobody takes a reading for a diagnosis.

import { type CalendarDate, codeSystemUris, type FractureSite, type Side } from '@breekpunt/core';
import type { Condition, DiagnosticReport, Patient } from '@medplum/fhirtypes';
import {
  coding,
  concept,
  ownCoding,
  ownSystem,
  period,
  refer,
  snomedSystem,
  systemUri,
  terminology,
} from './elements.ts';
import { fractureCodes } from './fracture-codes.ts';
import { known, listed, present } from './present.ts';

/** How sure it is that the fracture is there, and who says so. */
export type FractureCertainty = 'read' | 'possible' | 'confirmed' | 'refuted' | 'withdrawn';

export interface FractureRecord {
  readonly id: number;
  readonly person: number;
  readonly site: FractureSite;
  readonly side: Side | null;
  readonly levels: readonly string[];
  readonly certainty: FractureCertainty;
  /** When it happened, as far as the sources tell. */
  readonly earliestOn: CalendarDate | null;
  readonly latestOn: CalendarDate | null;
  readonly firstSeenOn: CalendarDate | null;
  readonly onset: 'incident' | 'prevalent' | 'undetermined';
  readonly mechanism: string;
  /** Ids of DiagnosticReports. */
  readonly reports: readonly number[];
}

const verification = {
  read: 'provisional',
  possible: 'unconfirmed',
  confirmed: 'confirmed',
  refuted: 'refuted',
  withdrawn: 'entered-in-error',
} as const;

export const verificationOf: Readonly<Record<FractureCertainty, string>> = verification;

const sideWords = { left: 'left', right: 'right', both: 'both sides' } as const;

export function fractureResource(record: FractureRecord): Condition {
  const { site, side, levels, certainty, earliestOn, latestOn } = record;
  const oneDay = earliestOn !== null && earliestOn === latestOn;
  return present<Condition>({
    resourceType: 'Condition',
    id: String(record.id),
    extension: [
      { url: ownSystem('fracture-mechanism'), valueCode: record.mechanism },
      { url: ownSystem('fracture-onset'), valueCode: record.onset },
    ],
    clinicalStatus: clinicalStatus(record),
    verificationStatus: {
      coding: [coding(`${terminology}/condition-ver-status`, verification[certainty])],
    },
    category: [{ coding: [coding(`${terminology}/condition-category`, 'encounter-diagnosis')] }],
    code: fractureConcept(site),
    bodySite: [
      concept(
        [
          ownCoding('fracture-site', site),
          ...levels.map((level) => ownCoding('vertebral-level', level)),
          ...sideCoding(side),
        ],
        [fractureCodes[site].text, ...levels, ...(side === null ? [] : [sideWords[side]])].join(', '),
      ),
    ],
    subject: refer<Patient>('Patient', record.person),
    onsetDateTime: oneDay ? earliestOn : undefined,
    onsetPeriod: oneDay ? undefined : period(earliestOn, latestOn),
    recordedDate: known(record.firstSeenOn),
    evidence: listed(
      record.reports.map((id) => ({ detail: [refer<DiagnosticReport>('DiagnosticReport', id)] })),
    ),
  });
}

function fractureConcept(site: FractureSite): Condition['code'] & object {
  const { snomed, icd10, text } = fractureCodes[site];
  return concept(
    [
      ...(snomed === undefined ? [] : [coding(snomedSystem, snomed)]),
      ...(icd10 === undefined ? [] : [coding(codeSystemUris['icd-10'][0], icd10)]),
      ownCoding('fracture-site', site),
    ],
    text,
  );
}

function sideCoding(side: Side | null) {
  return side === null ? [] : [ownCoding('side', side)];
}

/** R4 forbids one where the verification is entered-in-error. */
function clinicalStatus({ certainty, onset }: FractureRecord): Condition['clinicalStatus'] | undefined {
  if (certainty === 'withdrawn') return undefined;
  const code = certainty === 'refuted' || onset === 'prevalent' ? 'inactive' : 'active';
  return { coding: [coding(`${terminology}/condition-clinical`, code)] };
}

export interface StatedDiagnosisRecord {
  readonly id: number;
  readonly person: number;
  readonly codeSystem: string;
  readonly code: string;
  readonly statedOn: CalendarDate | null;
  readonly onsetOn: CalendarDate | null;
  readonly withdrawn: boolean;
}

/** A diagnosis as another system coded it, under its own code. */
export function statedDiagnosisResource(record: StatedDiagnosisRecord): Condition {
  return present<Condition>({
    resourceType: 'Condition',
    id: `stated-${record.id}`,
    clinicalStatus: record.withdrawn
      ? undefined
      : { coding: [coding(`${terminology}/condition-clinical`, 'active')] },
    verificationStatus: {
      coding: [
        coding(`${terminology}/condition-ver-status`, record.withdrawn ? 'entered-in-error' : 'confirmed'),
      ],
    },
    category: [{ coding: [coding(`${terminology}/condition-category`, 'encounter-diagnosis')] }],
    code: { coding: [coding(systemUri(record.codeSystem), record.code)] },
    subject: refer<Patient>('Patient', record.person),
    onsetDateTime: known(record.onsetOn ?? record.statedOn),
    recordedDate: known(record.statedOn),
  });
}
