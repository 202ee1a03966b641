// What the report says of the event as a whole: the injury, its energy, how long ago; used where a fracture's
// own words leave time or energy open.

import { duty } from '../scan/duties.ts';
import type { Scan } from '../scan/scan.ts';
import { type Age, agesIn } from '../text/ages.ts';
import { isLongPast } from './cue-senses.ts';
import { type Element, rowOf, type SentenceView } from './report-view.ts';

export interface ReportFacts {
  readonly injury: {
    readonly days: number | null;
    readonly rule: string;
    readonly start: number;
    readonly end: number;
  } | null;
  readonly energy: {
    readonly flag: 'low-energy' | 'high-energy';
    readonly rule: string;
    readonly start: number;
    readonly end: number;
  } | null;
  /** Operation or admission for the fracture is told as current. */
  readonly treatedNow: { readonly rule: string; readonly start: number; readonly end: number } | null;
  readonly caveat: boolean;
}

export function readFacts(scan: Scan, sentences: readonly SentenceView[]): ReportFacts {
  let injury: ReportFacts['injury'] = null;
  let energy: ReportFacts['energy'] = null;
  let treatedNow: ReportFacts['treatedNow'] = null;
  let caveat = false;
  for (const sentence of sentences) {
    if ((sentence.duties & duty.fact) === 0 || sentence.section === 'history') continue;
    const elements = sentence.whole;
    let ages: readonly Age[] | null = null;
    for (let i = 0; i < elements.length; i++) {
      const element = elements[i] as Element;
      for (const row of element.rows) {
        if (row.role !== 'cue') continue;
        if (row.sense === 'caveat') caveat = true;
        const at = { rule: row.id, start: element.start, end: element.end };
        if (row.sense === 'treated-now') treatedNow ??= at;
        const isEnergy = row.sense === 'low-energy' || row.sense === 'high-energy';
        if (row.sense !== 'injury' && !isEnergy) continue;
        if (deniedOrOther(elements, i)) continue;
        if (row.event !== 'none' && (injury === null || injury.days === null)) {
          ages ??= agesIn(scan, elements, sentence.language);
          const age = ages.find((candidate) => Math.abs(candidate.index - i) <= 10);
          // A symptom dates the fracture only with its duration; an injury does so by itself.
          const tells = age !== undefined || (row.reach === 'report' && injury === null);
          if (tells) injury = { days: age?.days ?? null, ...at };
        }
        if (isEnergy && row.reach === 'report' && (energy === null || row.sense === 'high-energy'))
          energy = { flag: row.sense as 'low-energy' | 'high-energy', ...at };
      }
    }
  }
  return { injury, energy, treatedNow, caveat };
}

/** "geen val", "valpreventie", "broer viel": not this patient's injury; "s/p rollover" is. */
function deniedOrOther(elements: readonly Element[], at: number): boolean {
  for (let i = Math.max(0, at - 4); i < at; i++) {
    const element = elements[i] as Element;
    const cue = rowOf(element, 'cue');
    if (cue === null) continue;
    if (cue.sense === 'absent' && cue.look !== 'back') return true;
    if (
      cue.sense === 'hypothetical' ||
      cue.sense === 'family' ||
      cue.sense === 'other' ||
      (isLongPast(cue.sense) && cue.look !== 'ahead')
    )
      return true;
  }
  return false;
}
