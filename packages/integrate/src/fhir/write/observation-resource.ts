// Measured values to Observations: bone density one value at a time, a vertebra with its grade, a laboratory result, an
// entered risk. Decision: the number, its unit and its code go out as they were recorded; where LOINC has no code that
// says as much as we know, our own word stands beside the text.

import type { CalendarDate, VertebralLevel } from '@breekpunt/core';
import type { Observation, Patient, Quantity } from '@medplum/fhirtypes';
import { type DxaCode, loincOfDxa } from '../dxa-codes.ts';
import { coding, concept, loincSystem, ownCoding, refer, terminology } from './elements.ts';
import { known, present } from './present.ts';

const ucum = 'http://unitsofmeasure.org';
const imagingCategory = [{ coding: [coding(`${terminology}/observation-category`, 'imaging')] }];
const laboratoryCategory = [{ coding: [coding(`${terminology}/observation-category`, 'laboratory')] }];
const surveyCategory = [{ coding: [coding(`${terminology}/observation-category`, 'survey')] }];

export interface DensityRecord {
  readonly id: number;
  readonly person: number;
  readonly region: 'lumbar-spine' | 'femoral-neck' | 'total-hip' | 'forearm' | 'other' | null;
  readonly side: 'left' | 'right' | null;
  readonly scannedOn: CalendarDate | null;
  readonly value: number;
  readonly deviceMaker: string | null;
  readonly deviceModel: string | null;
  readonly withdrawn: boolean;
}

const densityWords: Readonly<Record<DxaCode['what'], string>> = {
  bmd: 'Bone mineral density',
  't-score': 'T-score of bone density',
  'z-score': 'Z-score of bone density',
};

const regionWords: Readonly<Record<NonNullable<DensityRecord['region']>, string>> = {
  'lumbar-spine': 'Lumbar spine',
  'femoral-neck': 'Femoral neck',
  'total-hip': 'Total hip',
  forearm: 'Forearm',
  other: 'Other place',
};

const densityUnits: Readonly<Record<DxaCode['what'], Quantity>> = {
  bmd: { unit: 'g/cm2', system: ucum, code: 'g/cm2' },
  't-score': { unit: '{T-score}', system: ucum, code: '{T-score}' },
  'z-score': { unit: '{Z-score}', system: ucum, code: '{Z-score}' },
};

export function densityResource(record: DensityRecord, what: DxaCode['what']): Observation {
  const { region, side } = record;
  const loinc = loincOfDxa({ region, side, what });
  const place = region === null ? null : [regionWords[region], ...(side === null ? [] : [side])].join(', ');
  const device = [record.deviceMaker, record.deviceModel].filter((word) => word !== null).join(' ');
  return present<Observation>({
    resourceType: 'Observation',
    id: `density-${what}-${record.id}`,
    status: record.withdrawn ? 'entered-in-error' : 'final',
    category: imagingCategory,
    code: concept(
      [...(loinc === undefined ? [] : [coding(loincSystem, loinc)]), ownCoding('bone-density', what)],
      place === null ? densityWords[what] : `${densityWords[what]}, ${place.toLowerCase()}`,
    ),
    subject: refer<Patient>('Patient', record.person),
    effectiveDateTime: known(record.scannedOn),
    valueQuantity: { value: record.value, ...densityUnits[what] },
    bodySite:
      region === null || place === null
        ? undefined
        : concept(
            [ownCoding('density-region', region), ...(side === null ? [] : [ownCoding('side', side)])],
            place,
          ),
    device: device === '' ? undefined : { display: device },
  });
}

export interface VertebraRecord {
  readonly id: number;
  readonly person: number;
  readonly level: VertebralLevel;
  readonly readOn: CalendarDate;
  readonly imaging: string;
  readonly readable: 'yes' | 'no' | 'not-recorded';
  readonly genant: number | null;
  readonly shape: string | null;
  readonly heightLossPercent: number | null;
  readonly anteriorMm: number | null;
  readonly middleMm: number | null;
  readonly posteriorMm: number | null;
  readonly gradedBy: string | null;
  readonly withdrawn: boolean;
}

/** Grade 0 is a vertebra that was read and is whole; one that could not be read has no value and says so. */
export function vertebraResource(record: VertebraRecord): Observation {
  const measured = [
    ['anterior-height', 'Anterior height', record.anteriorMm, 'mm'],
    ['middle-height', 'Middle height', record.middleMm, 'mm'],
    ['posterior-height', 'Posterior height', record.posteriorMm, 'mm'],
    ['height-loss', 'Loss of height', record.heightLossPercent, '%'],
  ] as const;
  const components = measured.flatMap(([code, text, value, unit]) =>
    value === null
      ? []
      : [
          {
            code: concept([ownCoding('vertebra', code)], text),
            valueQuantity: { value, unit, system: ucum, code: unit },
          },
        ],
  );
  const shape =
    record.shape === null
      ? []
      : [
          {
            code: concept([ownCoding('vertebra', 'shape')], 'Shape'),
            valueCodeableConcept: concept([ownCoding('vertebra-shape', record.shape)], record.shape),
          },
        ];
  const parts = [...components, ...shape];
  return present<Observation>({
    resourceType: 'Observation',
    id: `vertebra-${record.id}`,
    status: record.withdrawn ? 'entered-in-error' : 'final',
    category: imagingCategory,
    code: concept([ownCoding('vertebra', 'genant-grade')], 'Genant grade of a vertebra'),
    subject: refer<Patient>('Patient', record.person),
    effectiveDateTime: record.readOn,
    valueInteger: known(record.genant),
    dataAbsentReason:
      record.genant === null
        ? {
            coding: [
              coding(`${terminology}/data-absent-reason`, record.readable === 'no' ? 'error' : 'unknown'),
            ],
          }
        : undefined,
    bodySite: concept([ownCoding('vertebral-level', record.level)], record.level),
    method: concept(
      [
        ownCoding('imaging', record.imaging),
        ...(record.gradedBy === null ? [] : [ownCoding('graded-by', record.gradedBy)]),
      ],
      record.gradedBy === null ? `${record.imaging}, graded by eye` : `${record.imaging}, measured`,
    ),
    component: parts.length === 0 ? undefined : parts,
  });
}

export interface LaboratoryRecord {
  readonly id: number;
  readonly person: number;
  readonly loinc: string | null;
  readonly localCode: string | null;
  readonly name: string;
  readonly sampledOn: CalendarDate | null;
  readonly sampledAt: Date | null;
  readonly comparator: '<' | '<=' | '>' | '>=' | null;
  readonly value: number | null;
  readonly valueText: string | null;
  readonly unit: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: 'preliminary' | 'final' | 'corrected' | 'cancelled' | 'entered-in-error';
}

export function laboratoryResource(record: LaboratoryRecord): Observation {
  const { loinc, localCode, value, valueText, unit, low, high } = record;
  const nothing = value === null && valueText === null;
  const quantity = (amount: number): Quantity => present<Quantity>({ value: amount, unit: known(unit) });
  return present<Observation>({
    resourceType: 'Observation',
    id: `lab-${record.id}`,
    status: record.status,
    category: laboratoryCategory,
    code: concept(
      [
        ...(loinc === null ? [] : [coding(loincSystem, loinc)]),
        ...(localCode === null ? [] : [ownCoding('sender-code', localCode)]),
      ],
      record.name === '' ? 'Unnamed test' : record.name,
    ),
    subject: refer<Patient>('Patient', record.person),
    effectiveDateTime: record.sampledAt?.toISOString() ?? known(record.sampledOn),
    valueQuantity:
      value === null
        ? undefined
        : present<Quantity>({ value, comparator: known(record.comparator), unit: known(unit) }),
    valueString: value === null ? known(valueText) : undefined,
    // A word of the sender beside the number is kept as a note.
    note: value !== null && valueText !== null ? [{ text: valueText }] : undefined,
    dataAbsentReason: nothing
      ? { coding: [coding(`${terminology}/data-absent-reason`, 'unknown')] }
      : undefined,
    referenceRange:
      low === null && high === null
        ? undefined
        : [
            present({
              low: low === null ? undefined : quantity(low),
              high: high === null ? undefined : quantity(high),
            }),
          ],
  });
}

export interface EnteredRiskRecord {
  readonly id: number;
  readonly person: number;
  readonly validOn: CalendarDate;
  readonly majorPercent: number;
  readonly withBoneDensity: 'yes' | 'no' | 'not-recorded';
}

/** The ten-year probability of a major fracture as somebody read it off the FRAX page. */
export function enteredFraxResource(record: EnteredRiskRecord): Observation {
  return {
    resourceType: 'Observation',
    id: `frax-${record.id}`,
    status: 'final',
    category: surveyCategory,
    code: concept(
      [coding(loincSystem, '90265-0')],
      'FRAX ten-year probability of a major osteoporotic fracture',
    ),
    subject: refer<Patient>('Patient', record.person),
    effectiveDateTime: record.validOn,
    valueQuantity: { value: record.majorPercent, unit: '%', system: ucum, code: '%' },
    method: concept(
      [ownCoding('with-bone-density', record.withBoneDensity)],
      record.withBoneDensity === 'yes'
        ? 'Entered; with bone density'
        : record.withBoneDensity === 'no'
          ? 'Entered; without bone density'
          : 'Entered; not recorded whether with bone density',
    ),
  };
}

export interface FallsRecord {
  readonly id: number;
  readonly person: number;
  readonly assessedOn: CalendarDate | null;
  readonly riskClass: 'low' | 'intermediate' | 'high';
  readonly fallsLastYear: number | null;
  readonly gaitSpeed: number | null;
  readonly timedUpAndGo: number | null;
}

export function fallsResource(record: FallsRecord): Observation {
  const parts = [
    ['falls-last-year', 'Falls in the last year', record.fallsLastYear, '{falls}'],
    ['gait-speed', 'Gait speed', record.gaitSpeed, 'm/s'],
    ['timed-up-and-go', 'Timed up and go', record.timedUpAndGo, 's'],
  ] as const;
  const component = parts.flatMap(([code, text, value, unit]) =>
    value === null
      ? []
      : [
          {
            code: concept([ownCoding('falls', code)], text),
            valueQuantity: { value, unit, system: ucum, code: unit },
          },
        ],
  );
  return present<Observation>({
    resourceType: 'Observation',
    id: `falls-${record.id}`,
    status: 'final',
    category: surveyCategory,
    code: concept([ownCoding('falls', 'risk-class')], 'Risk of falling'),
    subject: refer<Patient>('Patient', record.person),
    effectiveDateTime: known(record.assessedOn),
    valueCodeableConcept: concept([ownCoding('falls-risk', record.riskClass)], record.riskClass),
    component: component.length === 0 ? undefined : component,
  });
}
