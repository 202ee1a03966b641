// What R4 requires of the resources that are read here: elements that must be there and codes from closed lists
// (http://hl7.org/fhir/R4, the required bindings of each). Data, so that what is checked can be read at a glance.

export interface Requirement {
  readonly elements: readonly string[];
  /** By element: the codes it may hold. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
}

const reportStatus =
  'registered partial preliminary final amended corrected appended cancelled entered-in-error unknown';
const words = (text: string): readonly string[] => text.split(' ');

export const requirements: Readonly<Record<string, Requirement>> = {
  Patient: { elements: [], codes: { gender: words('male female other unknown') } },
  DiagnosticReport: { elements: ['status', 'code'], codes: { status: words(reportStatus) } },
  DocumentReference: {
    elements: ['status', 'content'],
    codes: {
      status: words('current superseded entered-in-error'),
      docStatus: words('preliminary final amended entered-in-error'),
    },
  },
  Condition: { elements: ['subject'], codes: {} },
  Observation: {
    elements: ['status', 'code'],
    codes: {
      status: words('registered preliminary final amended corrected cancelled entered-in-error unknown'),
    },
  },
  Procedure: {
    elements: ['status', 'subject'],
    codes: {
      status: words('preparation in-progress not-done on-hold stopped completed entered-in-error unknown'),
    },
  },
  Encounter: {
    elements: ['status', 'class'],
    codes: {
      status: words(
        'planned arrived triaged in-progress onleave finished cancelled entered-in-error unknown',
      ),
    },
  },
  MedicationRequest: {
    elements: ['status', 'intent', 'subject'],
    codes: {
      status: words('active on-hold cancelled completed entered-in-error stopped draft unknown'),
      intent: words('proposal plan order original-order reflex-order filler-order instance-order option'),
    },
  },
  MedicationStatement: {
    elements: ['status', 'subject'],
    codes: {
      status: words('active completed entered-in-error intended stopped on-hold unknown not-taken'),
    },
  },
  MedicationAdministration: {
    elements: ['status', 'subject'],
    codes: {
      status: words('in-progress not-done on-hold completed entered-in-error stopped unknown'),
    },
  },
};
