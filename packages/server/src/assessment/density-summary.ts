// What the bone densitometries on record amount to: the class with the site that decides it, the score computed again where its
// reference is verified, the density on the common scale, what changed since the examination before, and whether Belgium pays
// for a new one. Decision: the device's own scores are never replaced, and two examinations that cannot be compared say why.

import { type Answer, ageInYears, type VertebralLevel } from '@breekpunt/core';
import type { BonePatient } from '@breekpunt/intervene';
import {
  type BelgianDxaRight,
  belgianDxaRight,
  belgianDxaRulesOn,
  type DensityClass,
  type DxaScan,
  type DxaSite,
  densityClass,
  type RecomputedTScore,
  recomputedTScore,
  type StandardisedDensity,
  standardisedDensity,
} from '@breekpunt/investigate';
import { bonePatientOf, yesNo } from '../decision/bone-patient-of.ts';
import type { Deciding } from '../decision/decisions-of.ts';
import { densityRules } from '../densitometers/density-rules.ts';
import { birthDayOf, type CaseRecord } from './case-record.ts';
import { densityChanges, type SiteChange } from './density-changes.ts';
import { inForce } from './in-force.ts';
import type { Answers } from './shown-answers.ts';

export interface DensitySummary {
  /** Null when no examination is on record. */
  readonly class: DensityClass | null;
  /** Of the femoral neck, where the reference is verified. */
  readonly recomputed: (RecomputedTScore & { readonly stated: number | null }) | null;
  /** On the scale that the makers share, for information; of regions whose density and maker are known. */
  readonly standardised: readonly (StandardisedDensity & { readonly site: DxaSite })[];
  /** Against the examination before, region by region. */
  readonly changes: readonly SiteChange[];
  /** Whether Belgium pays for a new one now; null elsewhere. */
  readonly right: BelgianDxaRight | null;
}

export function densitySummary(record: CaseRecord, answers: Answers, deciding: Deciding): DensitySummary {
  const { rules, context } = deciding;
  const patient = bonePatientOf(record, answers, rules, context.on);
  const scan = typeof patient.scan === 'string' ? null : patient.scan;
  return {
    class: scan === null ? null : classOf(scan, patient, answers, deciding),
    recomputed: scan === null ? null : recomputedFrom(scan, deciding),
    standardised: scan === null ? [] : standardisedFrom(scan, deciding),
    changes: scan === null ? [] : densityChanges(scan, record.scans, record.precisions, rulesFor(deciding)),
    right: context.set === 'BE' ? rightTo(patient, scan, record, answers, deciding) : null,
  };
}

function rulesFor({ rules, context: { set, on } }: Deciding) {
  return densityRules(rules.knowledge, set, on);
}

function classOf(scan: DxaScan, patient: BonePatient, answers: Answers, deciding: Deciding): DensityClass {
  const { birthDate, spine } = patient;
  const fractured: readonly VertebralLevel[] =
    typeof spine === 'string' ? [] : spine.broken.map(({ level }) => level);
  return densityClass(
    scan,
    fractured,
    {
      sex: patient.sex,
      ageYears: birthDate === 'not-recorded' ? null : ageInYears(birthDate, scan.date),
      postmenopausal: patient.postmenopausal,
      fragilityFracture: yesNo(answers, 'low-energy'),
    },
    rulesFor(deciding),
  );
}

function recomputedFrom(scan: DxaScan, deciding: Deciding): DensitySummary['recomputed'] {
  const { knowledge } = deciding.rules;
  for (const measurement of scan.measurements) {
    const found = recomputedTScore(measurement, scan.device, knowledge, scan.date, rulesFor(deciding));
    if (found.ok) return { ...found.value, stated: measurement.tScore?.value ?? null };
  }
  return null;
}

function standardisedFrom(scan: DxaScan, deciding: Deciding): DensitySummary['standardised'] {
  const { knowledge } = deciding.rules;
  const { maker } = scan.device;
  return scan.measurements.flatMap(({ site, bmd }) => {
    if (bmd === null) return [];
    const found = standardisedDensity({ maker, site, bmd }, knowledge, scan.date, rulesFor(deciding));
    return found.ok ? [{ ...found.value, site }] : [];
  });
}

/** An examination on record counts as paid for; what was paid elsewhere nobody knows here. */
function rightTo(
  { sex, fractures, glucocorticoid }: BonePatient,
  scan: DxaScan | null,
  record: CaseRecord,
  answers: Answers,
  { rules, context: { on } }: Deciding,
): BelgianDxaRight {
  const low = fractures === 'not-recorded' ? [] : fractures.filter(({ fragility }) => fragility === 'yes');
  const birth = birthDayOf(record.person);
  const yesOnly = (field: string): Answer => (yesNo(answers, field) === 'yes' ? 'yes' : 'not-recorded');
  return belgianDxaRight(
    {
      sex,
      ageYears: birth === null ? null : ageInYears(birth, on),
      // Relatives of the second degree count too: no broken hip of a parent is no answer.
      hipFractureInFamily: yesOnly('parent-hip'),
      lowImpactFractures: low.length === 0 ? null : low.map(({ site }) => site),
      glucocorticoid,
      conditions: {
        'rheumatoid-arthritis': yesNo(answers, 'rheumatoid'),
        'anti-hormonal-therapy': yesNo(answers, 'hormone-deprivation'),
        cushing: hasCushing(answers) ? 'yes' : 'not-recorded',
      },
      lastPaid: scan === null ? 'not-recorded' : scan.date,
    },
    on,
    inForce(belgianDxaRulesOn(rules.knowledge, on)),
  );
}

function hasCushing(answers: Answers): boolean {
  const named = answers.get('necrosis-causes')?.answer;
  return Array.isArray(named) && (named as readonly string[]).includes('cushing');
}
