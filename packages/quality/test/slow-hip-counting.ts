// The figures of a broken hip once more, from the sentences of the British audit, of the Dutch indicator and of the international one,
// and the raw notes of the ward. Written apart from the engine; slow and flat on purpose.

import type { RawHip } from './raw-hip.ts';
import { emptyCounting, isOfAge, type SlowCount } from './slow-counting.ts';

/** `now`: days after 1 January 2023. */
export function slowHipCounting(hips: readonly RawHip[], now: number): Map<string, SlowCount> {
  const { counts, add } = emptyCounting();
  for (const hip of hips) {
    const zero = hip.dayKnown ? 0 : 2;
    const of = (years: number): boolean => isOfAge(hip, years, zero) === true;
    if (hip.violent || hip.site === 'wrist.distal-radius' || !of(50)) continue;
    const passed = now - hip.firstFracture - zero;
    const said = (note: 'yes' | 'no' | 'not-recorded'): boolean | null =>
      note === 'not-recorded' ? null : note === 'yes';

    if (of(60)) {
      if (passed >= 0) add('nhfd.3', said(hip.asAdvised));
      if (passed >= 2) add('nhfd.2', operatedBy(hip, 1));
      if (passed >= 3) add('nhfd.1', seenInTime(hip));
      if (passed >= 7 && hip.operated === 'yes') {
        add('nhfd.4', outOfBedInTime(hip));
        add('nhfd.5', hip.delirium === 'not-tested' ? null : hip.delirium === 'clear');
      }
      if (passed >= 120) {
        add('nhfd.6', said(hip.homeAt120));
        const lived = hip.diesOn === null || (hip.deathDayKnown && hip.diesOn - zero > 120);
        if (lived) add('nhfd.7', said(hip.medicineAt120));
      }
    }
    // Of those operated on: the same or the next calendar day, and within two.
    if (of(65) && hip.operated === 'yes' && passed >= 7) {
      add('hip.nl', operatedBy(hip, 1));
      add('hip.oecd', operatedBy(hip, 2));
    }
  }
  return counts;
}

function seenInTime({ geriatrician, geriatricianAfter }: RawHip): boolean | null {
  if (geriatrician === 'no') return false;
  return geriatricianAfter === null ? null : geriatricianAfter <= 72;
}

/** Calendar days after arrival; before arrival is a mistake that counts as not in time. */
function operatedBy({ operated, operatedOn, arrived }: RawHip, days: number): boolean | null {
  if (operated === 'no') return false;
  if (operatedOn === null || arrived === null) return null;
  return operatedOn >= arrived && operatedOn <= arrived + days;
}

function outOfBedInTime({ mobilised, mobilisedOn, operatedOn }: RawHip): boolean | null {
  if (mobilised === 'no') return false;
  if (mobilisedOn === null || operatedOn === null) return null;
  return mobilisedOn >= operatedOn && mobilisedOn <= operatedOn + 1;
}
