// How a service works, as the simulation sees it: the share of patients who get from each step to the next, and how many scans
// and nurse hours there are. Decision: capacity is a queue of averages; who would wait longer than a year is not scanned.

export interface Cascade {
  /** Of all fracture patients. */
  readonly found: number;
  /** Of those found. */
  readonly assessed: number;
  /** Of those assessed, who should have a bone scan. */
  readonly scanned: number;
  /** Of those assessed, with the scan they need. */
  readonly recommended: number;
  /** Of those recommended: spoken to at 16 weeks. */
  readonly contacted: number;
  /** Of those recommended who start, with and without that contact. */
  readonly startedWithContact: number;
  readonly startedWithout: number;
  /** Of those the service does not reach: treated by others. */
  readonly startedUsual: number;
  /** Null: enough. */
  readonly scansPerMonth: number | null;
  readonly nurseHoursPerMonth: number | null;
}

/** What the capacity lets through, by the quarter in which somebody comes. */
export interface Throughput {
  /** Of those who should be scanned. */
  readonly scanned: Float64Array;
  /** Quarters that the scan waits, and with it the treatment. */
  readonly wait: Float64Array;
  /** Of the work of the nurse that can be done. */
  readonly staffed: number;
}

const longestWait = 4;

export function throughputOf(
  cascade: Cascade,
  patientsPerYear: number,
  hours: readonly number[],
  quarters: number,
): Throughput {
  const perQuarter = patientsPerYear / 4;
  const found = perQuarter * cascade.found;
  const [findHours = 0, assessHours = 0, contactHours = 0] = hours;
  const assessed = found * cascade.assessed;
  const work =
    found * findHours + assessed * (assessHours + cascade.recommended * cascade.contacted * contactHours);
  const staff = cascade.nurseHoursPerMonth === null ? work : cascade.nurseHoursPerMonth * 3;
  const staffed = work === 0 ? 1 : Math.min(1, staff / work);
  const wanted = assessed * staffed * cascade.scanned;
  const capacity = cascade.scansPerMonth === null ? Number.POSITIVE_INFINITY : cascade.scansPerMonth * 3;
  const scanned = new Float64Array(quarters);
  const wait = new Float64Array(quarters);
  let waiting = 0;
  for (let quarter = 0; quarter < quarters; quarter++) {
    const queue = waiting + wanted;
    const kept = Math.min(queue, capacity * (1 + longestWait));
    waiting = Math.max(0, kept - capacity);
    scanned[quarter] = wanted === 0 ? 1 : Math.max(0, 1 - (queue - kept) / wanted);
    wait[quarter] = capacity === 0 || waiting === 0 ? 0 : waiting / capacity;
  }
  return { scanned, wait, staffed };
}
