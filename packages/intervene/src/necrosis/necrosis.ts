// What may be done for avascular necrosis of the hip, by stage and extent, and what is looked at beside it. Decision: the
// stage comes with its edition and no other is accepted, because the same Roman number means other things elsewhere.

import { type Answer, addMonths, type CalendarDate } from '@breekpunt/core';
import type { Arco2019Stage, JicType, Recorded, StagingSystem } from '@breekpunt/investigate';
import { all, any, asked, type Condition, fails, known, not, open, when } from '../logic/condition.ts';
import { type Decided, decided } from '../logic/decided.ts';
import { type Pathway, type PathwayRow, pathway } from '../logic/pathway.ts';
import type { NecrosisRules } from './necrosis-rules.ts';
import { type SteroidCourse, steroidTotal } from './steroid-total.ts';

export interface StatedNecrosis {
  readonly system: StagingSystem;
  readonly edition: string;
  readonly code: string;
}

export interface NecrosisPatient {
  readonly suspected: Answer;
  readonly xrayNormal: Answer;
  readonly mriOfBothHips: Answer;
  /** none: images were made and show no necrosis. */
  readonly stage: Recorded<Arco2019Stage | 'none'>;
  /** The stage as somebody stated it, with its system and edition; null when nobody did. Kept, and never translated. */
  readonly stated: StatedNecrosis | null;
  /** Share of the head, percent. */
  readonly extentPercent: Recorded<number>;
  readonly jicType: Recorded<JicType>;
  /** Day the necrosis was found. */
  readonly foundOn: Recorded<CalendarDate>;
  readonly takesSteroids: Answer;
  /** Prednisolone equivalent in three months, g. */
  readonly steroidGrams: Recorded<number>;
  /** What is taken now; absent in decisions from before it was asked together with them. */
  readonly steroidCourse?: Recorded<SteroidCourse>;
  /** Pure ethanol a week, g. */
  readonly alcoholGrams: Recorded<number>;
  readonly alcoholMonths: Recorded<number>;
  /** By the words of `causes`; an absent one was not asked. */
  readonly causes: Readonly<Record<string, Answer>>;
}

export type NecrosisOption =
  | 'mri-of-both-hips'
  | 'watch-with-mri'
  | 'stop-causes'
  | 'core-decompression'
  | 'alendronate-or-iloprost-as-a-trial'
  | 'surgeons-together'
  | 'joint-preserving-operation'
  | 'prosthesis'
  | 'steroid-injection'
  | 'steroid-review-with-prescriber'
  | 'bone-health-check';

export function necrosisOptions(patient: NecrosisPatient, rules: NecrosisRules): Pathway<NecrosisOption> {
  const { stage, extentPercent, jicType } = patient;
  const early = known(stage, 'stage-of-arco-2019', (at) => at === 'I' || at === 'II');
  // From stage II on an X-ray shows it by definition: nobody is asked whether it was normal.
  const shownOnXray = stage !== 'not-recorded' && stage !== 'none' && stage !== 'I';
  const present = known(stage, 'stage-of-arco-2019', (at) => at !== 'none');
  const extent = (test: (percent: number) => boolean): Condition =>
    known(extentPercent, 'extent-of-the-necrosis', test);
  // Either measure decides; the extent is asked for only where neither was taken.
  const either = (byExtent: Condition, wanted: JicType): Condition => {
    if (jicType === 'not-recorded') return byExtent;
    return any(when(jicType === wanted), extentPercent === 'not-recorded' ? fails : byExtent);
  };
  const small = either(
    extent((percent) => percent < rules.smallBelow),
    'A',
  );
  const large = either(
    extent((percent) => percent > rules.largeAbove),
    'C2',
  );
  const rows: readonly PathwayRow<NecrosisOption>[] = [
    {
      rule: 'AV1',
      when: all(
        asked(patient.suspected, 'necrosis-suspected'),
        shownOnXray ? fails : asked(patient.xrayNormal, 'x-ray-normal'),
        not(asked(patient.mriOfBothHips, 'mri-of-both-hips')),
      ),
      show: ['mri-of-both-hips'],
      stops: true,
    },
    {
      rule: 'AV2',
      when: all(early, small),
      show: ['watch-with-mri', 'stop-causes'],
      figures: ['necrosis.watch-months'],
    },
    {
      rule: 'AV3',
      when: all(early, not(small), not(large)),
      show: ['core-decompression', 'alendronate-or-iloprost-as-a-trial'],
    },
    { rule: 'AV4', when: all(early, large), show: ['surgeons-together'] },
    {
      rule: 'AV5',
      when: known(stage, 'stage-of-arco-2019', (at) => at === 'IIIA'),
      show: ['joint-preserving-operation', 'prosthesis'],
    },
    {
      rule: 'AV6',
      when: known(stage, 'stage-of-arco-2019', (at) => at === 'IIIB' || at === 'IV'),
      show: ['prosthesis'],
      block: ['core-decompression'],
    },
    {
      rule: 'AV7',
      when: any(present, asked(patient.suspected, 'necrosis-suspected')),
      block: ['steroid-injection'],
    },
    {
      rule: 'AV8',
      when: all(present, asked(patient.takesSteroids, 'takes-steroids')),
      show: ['steroid-review-with-prescriber', 'bone-health-check'],
    },
  ];
  return pathway(rows, rules.standings);
}

export interface OtherHipWatch extends Decided<'watch' | 'over'> {
  readonly until: CalendarDate | null;
}

/** How long the other hip is watched, from the day the necrosis was found. */
export function otherHipWatch(
  { foundOn }: NecrosisPatient,
  today: CalendarDate,
  { otherHipMonths, standings }: NecrosisRules,
): OtherHipWatch {
  if (foundOn === 'not-recorded') {
    const ask = ['day-the-necrosis-was-found'];
    return { ...decided<'watch' | 'over'>('cannot-tell', ['AV9'], ask, standings), until: null };
  }
  const until = addMonths(foundOn, otherHipMonths);
  return { ...decided<'watch' | 'over'>(today <= until ? 'watch' : 'over', ['AV9'], [], standings), until };
}

function tooMuchSteroid(patient: NecrosisPatient, rules: NecrosisRules): Condition {
  const total = steroidTotal(patient.steroidGrams, patient.steroidCourse ?? 'not-recorded', rules);
  const tooMuch = total !== null && total.grams > rules.steroidGrams;
  if (tooMuch) return when(true);
  return total?.from === 'stated' ? fails : open('steroids-of-three-months');
}

export type NecrosisCause = 'found' | 'idiopathic';

export interface NecrosisCauses extends Decided<NecrosisCause> {
  readonly causes: readonly string[];
}

/** Which causes are there; idiopathic only when every one was asked and is not. */
export function necrosisCauses(patient: NecrosisPatient, rules: NecrosisRules): NecrosisCauses {
  const { alcoholGrams, alcoholMonths } = patient;
  const alcohol = all(
    known(alcoholGrams, 'alcohol-a-week', (grams) => grams > rules.alcoholGrams),
    known(alcoholMonths, 'months-of-alcohol', (months) => months > rules.alcoholMonths),
  );
  const named: readonly (readonly [cause: string, rule: string, condition: Condition])[] = [
    ['glucocorticoids', 'AV11', tooMuchSteroid(patient, rules)],
    ['alcohol', 'AV10', alcohol],
    ...rules.causes.map(
      (cause) => [cause, 'AV12', asked(patient.causes[cause] ?? 'not-recorded', cause)] as const,
    ),
  ];
  const there = named.filter(([, , condition]) => condition.answer === 'yes');
  const causes = there.map(([cause]) => cause);
  const missing = named.flatMap(([, , condition]) => condition.missing);
  const outcome = causes.length > 0 ? 'found' : missing.length > 0 ? 'cannot-tell' : 'idiopathic';
  const reasons = causes.length > 0 ? there.map(([, rule]) => rule) : ['AV10', 'AV11', 'AV12'];
  return { ...decided<NecrosisCause>(outcome, reasons, missing, rules.standings), causes };
}
