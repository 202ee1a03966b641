// The elements of each served type as R4 4.0.1 defines them: which there are, which stand in a summary (Σ in the tables of
// R4), which must always be there or change the meaning of the others (1.. and ?!). Flat data from the definitions; elements
// that every resource has (id, meta, text …) are left out.

/** Names parted by spaces; a choice of types is written with [x]. */
export interface R4Elements {
  readonly all: string;
  readonly summary: string;
  /** Kept whatever is asked for: required elements and modifiers. */
  readonly kept: string;
}

export const r4Elements: Readonly<Record<string, R4Elements>> = {
  Patient: {
    all: `identifier active name telecom gender birthDate deceased[x] address maritalStatus multipleBirth[x]
      photo contact communication generalPractitioner managingOrganization link`,
    summary: 'identifier active name telecom gender birthDate deceased[x] address managingOrganization link',
    kept: 'active deceased[x] link',
  },
  Condition: {
    all: `identifier clinicalStatus verificationStatus category severity code bodySite subject encounter
      onset[x] abatement[x] recordedDate recorder asserter stage evidence note`,
    summary: `identifier clinicalStatus verificationStatus code bodySite subject encounter onset[x] recordedDate
      recorder asserter`,
    kept: 'clinicalStatus verificationStatus subject',
  },
  Observation: {
    all: `identifier basedOn partOf status category code subject focus encounter effective[x] issued performer
      value[x] dataAbsentReason interpretation note bodySite method specimen device referenceRange
      hasMember derivedFrom component`,
    summary: `identifier basedOn partOf status code subject focus encounter effective[x] issued performer value[x]
      hasMember derivedFrom component`,
    kept: 'status code',
  },
  DiagnosticReport: {
    all: `identifier basedOn status category code subject encounter effective[x] issued performer
      resultsInterpreter specimen result imagingStudy media conclusion conclusionCode presentedForm`,
    summary: `identifier status category code subject encounter effective[x] issued performer resultsInterpreter
      media`,
    kept: 'status code',
  },
  DocumentReference: {
    all: `masterIdentifier identifier status docStatus type category subject date author authenticator
      custodian relatesTo description securityLabel content context`,
    summary: `masterIdentifier identifier status docStatus type category subject date author relatesTo description
      securityLabel content context`,
    kept: 'status content',
  },
  Composition: {
    all: `identifier status type category subject encounter date author title confidentiality attester
      custodian relatesTo event section`,
    summary:
      'identifier status type category subject encounter date author title confidentiality custodian event',
    kept: 'status type date author title',
  },
  RiskAssessment: {
    all: `identifier basedOn parent status method code subject encounter occurrence[x] condition performer
      reasonCode reasonReference basis prediction mitigation note`,
    summary: 'identifier status method code subject encounter occurrence[x] condition performer',
    kept: 'status subject',
  },
  ServiceRequest: {
    all: `identifier instantiatesCanonical instantiatesUri basedOn replaces requisition status intent category
      priority doNotPerform code orderDetail quantity[x] subject encounter occurrence[x] asNeeded[x]
      authoredOn requester performerType performer locationCode locationReference reasonCode
      reasonReference insurance supportingInfo specimen bodySite note patientInstruction relevantHistory`,
    summary: `identifier instantiatesCanonical instantiatesUri basedOn replaces requisition status intent category
      priority doNotPerform code orderDetail quantity[x] subject encounter occurrence[x] asNeeded[x]
      authoredOn requester performerType performer locationCode locationReference reasonCode
      reasonReference specimen bodySite patientInstruction`,
    kept: 'status intent doNotPerform subject',
  },
  MedicationRequest: {
    all: `identifier status statusReason intent category priority doNotPerform reported[x] medication[x]
      subject encounter supportingInformation authoredOn requester performer performerType recorder
      reasonCode reasonReference instantiatesCanonical instantiatesUri basedOn groupIdentifier
      courseOfTherapyType insurance note dosageInstruction dispenseRequest substitution priorPrescription
      detectedIssue eventHistory`,
    summary: `status intent priority doNotPerform reported[x] medication[x] subject authoredOn requester
      performerType instantiatesCanonical instantiatesUri basedOn groupIdentifier`,
    kept: 'status intent doNotPerform medication[x] subject',
  },
  MedicationStatement: {
    all: `identifier basedOn partOf status statusReason category medication[x] subject context effective[x]
      dateAsserted informationSource derivedFrom reasonCode reasonReference note dosage`,
    summary:
      'identifier basedOn partOf status category medication[x] subject context effective[x] dateAsserted',
    kept: 'status medication[x] subject',
  },
  MedicationAdministration: {
    all: `identifier instantiates partOf status statusReason category medication[x] subject context
      supportingInformation effective[x] performer reasonCode reasonReference request device note dosage
      eventHistory`,
    summary: 'instantiates partOf status medication[x] subject effective[x] performer',
    kept: 'status medication[x] subject effective[x]',
  },
  Procedure: {
    all: `identifier instantiatesCanonical instantiatesUri basedOn partOf status statusReason category code
      subject encounter performed[x] recorder asserter performer location reasonCode reasonReference
      bodySite outcome report complication complicationDetail followUp note focalDevice usedReference
      usedCode`,
    summary: `identifier instantiatesCanonical instantiatesUri basedOn partOf status statusReason category code
      subject encounter performed[x] recorder asserter performer location reasonCode reasonReference
      bodySite outcome`,
    kept: 'status subject',
  },
  Encounter: {
    all: `identifier status statusHistory class classHistory type serviceType priority subject episodeOfCare
      basedOn participant appointment period length reasonCode reasonReference diagnosis account
      hospitalization location serviceProvider partOf`,
    summary: `identifier status class type serviceType subject episodeOfCare participant appointment reasonCode
      reasonReference diagnosis`,
    kept: 'status class',
  },
  CarePlan: {
    all: `identifier instantiatesCanonical instantiatesUri basedOn replaces partOf status intent category
      title description subject encounter period created author contributor careTeam addresses
      supportingInfo goal activity note`,
    summary: `identifier instantiatesCanonical instantiatesUri basedOn replaces partOf status intent category
      title description subject encounter period created author addresses`,
    kept: 'status intent subject',
  },
  EpisodeOfCare: {
    all: `identifier status statusHistory type diagnosis patient managingOrganization period referralRequest
      careManager team account`,
    summary: 'status type diagnosis patient managingOrganization period',
    kept: 'status patient',
  },
  Task: {
    all: `identifier instantiatesCanonical instantiatesUri basedOn groupIdentifier partOf status statusReason
      businessStatus intent priority code description focus for encounter executionPeriod authoredOn
      lastModified requester performerType owner location reasonCode reasonReference insurance note
      relevantHistory restriction input output`,
    summary: `instantiatesCanonical instantiatesUri basedOn groupIdentifier partOf status statusReason
      businessStatus intent code description focus for encounter executionPeriod lastModified requester
      owner location`,
    kept: 'status intent',
  },
  Appointment: {
    all: `identifier status cancelationReason serviceCategory serviceType specialty appointmentType reasonCode
      reasonReference priority description supportingInformation start end minutesDuration slot created
      comment patientInstruction basedOn participant requestedPeriod`,
    summary: `identifier status cancelationReason serviceCategory serviceType specialty appointmentType reasonCode
      start end`,
    kept: 'status participant',
  },
  Flag: {
    all: 'identifier status category code subject period encounter author',
    summary: 'identifier status category code subject period encounter author',
    kept: 'status code subject',
  },
  Measure: {
    all: `url identifier version name title subtitle status experimental subject[x] date publisher contact
      description useContext jurisdiction purpose usage copyright approvalDate lastReviewDate
      effectivePeriod topic author editor reviewer endorser relatedArtifact library disclaimer scoring
      compositeScoring type riskAdjustment rateAggregation rationale clinicalRecommendationStatement
      improvementNotation definition guidance group supplementalData`,
    summary: `url identifier version name title status experimental date publisher contact description useContext
      jurisdiction effectivePeriod disclaimer scoring compositeScoring type riskAdjustment rateAggregation
      rationale clinicalRecommendationStatement improvementNotation definition guidance`,
    kept: 'status',
  },
  MeasureReport: {
    all: `identifier status type measure subject date reporter period improvementNotation group
      evaluatedResource`,
    summary: 'identifier status type measure subject date reporter period improvementNotation',
    kept: 'status type measure period improvementNotation',
  },
  Group: {
    all: 'identifier active type actual code name quantity managingEntity characteristic member',
    summary: 'identifier active type actual code name quantity managingEntity',
    kept: 'type actual',
  },
  AuditEvent: {
    all: 'type subtype action period recorded outcome outcomeDesc purposeOfEvent agent source entity',
    summary: 'type subtype action recorded outcome outcomeDesc purposeOfEvent',
    kept: 'type recorded agent source',
  },
};
