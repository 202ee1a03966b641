// A measurement of bone density out of what a sender gives: what, where, of which vertebrae, on which device, against whom.
// Decision: a LOINC code says what was measured, and the sender's words where a code leaves it open; a code of the femur is
// neither neck nor total hip until words say so. A density in mg/cm2 is put into g/cm2, any other unit stays as it came.

import type { VertebralLevel } from '@breekpunt/core';
import { dxaCode, isWholeFemur } from '../fhir/dxa-codes.ts';
import type { RecordedDevice, RecordedMeasurement } from '../measurement.ts';
import {
  type DensityQuantity,
  type DensityRegion,
  densityQuantityFrom,
  densityRegionFrom,
  lumbarLevelsFrom,
  sideFrom,
} from './density-words.ts';

export interface RecordedDensity {
  readonly quantity: DensityQuantity;
  readonly value: number;
  readonly region: DensityRegion | 'other';
  readonly side: 'left' | 'right' | null;
  readonly vertebraeUsed: readonly VertebralLevel[] | null;
  readonly vertebraeExcluded: readonly VertebralLevel[] | null;
  readonly device: RecordedDevice;
  readonly referenceDatabase: string | null;
  readonly referenceSex: 'female' | 'male' | null;
}

/** Remarks longer than this are about something else. */
const mostWords = 2_000;

/** Undefined when it is something else, or has no number. */
export function recordedDensity(measurement: RecordedMeasurement): RecordedDensity | undefined {
  const { codes, name, bodySites = [], note = '', value } = measurement;
  if (value === undefined) return undefined;
  const places = bodySites.map(({ display = '', code }) => `${display} ${code}`);
  const words = [name, ...codes.map(({ display = '' }) => display), ...places].join(' ');
  const named = codes.find(({ code }) => dxaCode(code) !== undefined)?.code;
  const coded = named === undefined ? undefined : dxaCode(named);
  const said = densityRegionFrom(words);
  // As this program itself sends a place for which LOINC has no code.
  const ours = codes.find(({ systemName = '' }) => systemName.endsWith(':bone-density'));
  // Without a code both have to be named: a number called "spine" alone measures nothing known.
  const quantity =
    coded?.what ?? (said === undefined && ours === undefined ? undefined : densityQuantityFrom(words));
  const region = regionOf(named, said) ?? (ours === undefined ? undefined : 'other');
  if (quantity === undefined || region === undefined) return undefined;
  const levels = region === 'lumbar-spine' ? lumbarLevelsFrom(`${words}. ${note}`.slice(0, mostWords)) : null;
  return {
    quantity,
    value: quantity === 'bmd' && isMilligrams(measurement.unit) ? value / 1000 : value,
    region,
    side: region === 'lumbar-spine' ? null : (coded?.side ?? sideFrom(words)),
    vertebraeUsed: levels?.used ?? null,
    vertebraeExcluded: levels === null || levels.excluded.length === 0 ? null : levels.excluded,
    device: measurement.device ?? {},
    ...referenceFrom(quantity === 'bmd' ? undefined : measurement.reference),
  };
}

function regionOf(
  code: string | undefined,
  said: DensityRegion | undefined,
): RecordedDensity['region'] | undefined {
  if (code === undefined) return said;
  if (said === 'femoral-neck') return said;
  if (isWholeFemur(code)) return said === 'total-hip' ? said : 'other';
  return dxaCode(code)?.region;
}

function isMilligrams(unit = ''): boolean {
  return /^mg\s*\/\s*cm(2|²|\^2)$/i.test(unit.trim());
}

/** Words such as "NHANES III, female". */
function referenceFrom(words = ''): Pick<RecordedDensity, 'referenceDatabase' | 'referenceSex'> {
  const female = /\b(female|women|woman|vrouw\w*|femmes?|f[ée]minin\w*)\b/i.test(words);
  const male = /\b(male|men|man|mannen|mannelijk\w*|hommes?|masculin\w*)\b/i.test(words);
  const database = words
    .replaceAll(/\b(fe)?males?\b|\b(wo)?m[ae]n\b|\bvrouw\w*|\bmann\w+|\bfemmes?\b|\bhommes?\b/gi, '')
    .replaceAll(/^[\s,;()-]+|[\s,;()-]+$/g, '');
  return {
    referenceDatabase: database === '' ? null : database.slice(0, 60),
    referenceSex: female === male ? null : female ? 'female' : 'male',
  };
}
