// The letters beside the one to the general practitioner: to the patient, the referrals, and the data a Belgian sickness fund
// asks. Decision: the emergency letter asks the physician to tick what was seen; nothing of it is taken from the record as if
// it had been examined.

import { addMonths, type CalendarDate, parseCalendarDate } from '@breekpunt/core';
import { drugs } from '@breekpunt/intervene';
import type { LetterSection } from './letter.ts';
import type { LetterFacts, LetterFracture } from './letter-facts.ts';
import type { LetterSay } from './letter-words.ts';
import {
  causeLines,
  type Definition,
  drugName,
  fallsLines,
  fractureInWords,
  fractureLines,
  lines,
  lowestScore,
  medicineLines,
  plannedLines,
  riskLines,
  scanLines,
  spineLines,
} from './said-facts.ts';

const monthsInYear = 12;
/** The names of a drug in our languages and its English name begin alike: alendron-, denosum-, romosoz-. */
const stemLength = 7;

export function patientSections(
  facts: LetterFacts,
  { osteoporosisAtMost }: Definition,
  say: LetterSay,
): LetterSection[] {
  const lowest = lowestScore(facts);
  const broken = facts.spine?.broken ?? [];
  const own = facts.fractures.find(({ ofThisCase }) => ofThisCase);
  return [
    {
      id: 'found',
      heading: say('h.found'),
      body: lines(
        own === undefined ? say('p.found-none') : say('p.found', { fracture: fractureInWords(own, say) }),
        lowest === null
          ? say('p.dxa-none')
          : say('p.dxa', { value: say.number(lowest), limit: say.number(osteoporosisAtMost) }),
        broken.length === 0
          ? null
          : say(broken.length === 1 ? 'p.spine' : 'p.spine.more', {
              levels: broken.map(({ level }) => level).join(', '),
            }),
      ),
    },
    { id: 'means', heading: say('h.means'), body: say('p.means') },
    { id: 'medicine', heading: say('h.your-medicine'), body: lines(patientMedicine(facts, say)) },
    { id: 'do', heading: say('h.do'), body: say('p.do') },
    { id: 'call', heading: say('h.call'), body: lines(say('p.call'), phoneLine(facts, say)) },
    { id: 'next', heading: say('h.next'), body: lines(plannedLines(facts, say)) },
  ];
}

function patientMedicine(facts: LetterFacts, say: LetterSay): readonly string[] {
  const drug = drugName(facts, say);
  if (facts.decision === null) return [say('p.drug-open')];
  if (drug === null || facts.drugFacts === null) return [say('p.drug-none')];
  const { rhythm, way } = facts.drugFacts;
  return [
    say('p.drug', { drug, rhythm: say.of('rhythm', rhythm), way: say.of('p.way', way) }),
    ...(facts.decision.drug === 'denosumab' ? [say('p.denosumab')] : []),
    ...injectionDay(facts, say),
  ];
}

function injectionDay({ decision, nextInjectionOn }: LetterFacts, say: LetterSay): readonly string[] {
  if (nextInjectionOn !== null) return [say('p.due', { day: say.day(nextInjectionOn) })];
  return decision?.drug === 'denosumab' ? [say('p.due-unknown')] : [];
}

function phoneLine({ hospital }: LetterFacts, say: LetterSay): string {
  return hospital.phone === null ? say('p.phone-unknown') : say('p.phone', { phone: hospital.phone });
}

export function fallsReferralSections(facts: LetterFacts, say: LetterSay): LetterSection[] {
  return [
    {
      id: 'reason',
      heading: say('h.reason'),
      body: lines(say('ref.falls'), fractureLines(facts, say)),
    },
    {
      id: 'findings',
      heading: say('h.findings'),
      body: lines(fallsLines(facts, say), medicineLines(facts, say)),
    },
    { id: 'question', heading: say('h.question'), body: say('ref.falls-ask') },
  ];
}

export function dentistSections(facts: LetterFacts, say: LetterSay): LetterSection[] {
  const drug = drugName(facts, say);
  return [
    {
      id: 'reason',
      heading: say('h.reason'),
      body: lines(
        drug === null ? say('ref.dentist-any') : say('ref.dentist', { drug }),
        medicineLines(facts, say),
      ),
    },
    { id: 'question', heading: say('h.question'), body: say('ref.dentist-ask') },
  ];
}

export function endocrinologistSections(facts: LetterFacts, say: LetterSay): LetterSection[] {
  return [
    { id: 'reason', heading: say('h.reason'), body: lines(say('ref.endo'), fractureLines(facts, say)) },
    { id: 'causes', heading: say('h.causes'), body: lines(causeLines(facts, say)) },
    { id: 'dxa', heading: say('h.dxa'), body: lines(scanLines(facts, say), spineLines(facts, say)) },
    {
      id: 'risk',
      heading: say('h.risk'),
      body: lines(riskLines(facts, say), medicineLines(facts, say)),
    },
    { id: 'question', heading: say('h.question'), body: say('ref.endo-ask') },
  ];
}

/** What the emergency department is asked, in numbers of knowledge. */
export interface SpineEmergency {
  /** Until the MRI. */
  readonly hours: number;
  /** mL left after passing urine; less does not rule it out. */
  readonly residual: number;
}

export function spineEmergencySections(
  facts: LetterFacts,
  { hours, residual }: SpineEmergency,
  say: LetterSay,
): LetterSection[] {
  return [
    { id: 'question', heading: say('h.question'), body: say('em.ask', { hours, residual }) },
    { id: 'signs', heading: say('h.signs'), body: say('em.signs') },
    { id: 'reason', heading: say('h.reason'), body: lines(say('em.reason'), fractureLines(facts, say)) },
    { id: 'spine', heading: say('h.spine'), body: lines(spineLines(facts, say)) },
    { id: 'medicines', heading: say('h.medicines'), body: lines(medicineLines(facts, say)) },
  ];
}

/** Which fractures a Belgian fund counts as major, in numbers of knowledge. */
export interface MajorFractures {
  readonly sites: readonly string[];
  /** Count from this age alone. */
  readonly forearm: readonly string[];
  readonly forearmFromAge: number;
  readonly months: number;
}

export function attestationSections(
  facts: LetterFacts,
  major: MajorFractures,
  say: LetterSay,
): LetterSection[] {
  const drug = drugName(facts, say);
  const none = say('at.none');
  const sited = (test: (fracture: LetterFracture) => boolean): string => {
    const found = facts.fractures.filter(test);
    if (found.length === 0) return none;
    return found
      .map(
        (one) => `${fractureInWords(one, say)}, ${one.on === null ? say('when.unknown') : say.day(one.on)}`,
      )
      .join('; ');
  };
  const newest = facts.tScores
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  return [
    {
      id: 'data',
      heading: say('h.data'),
      body: lines(
        drug === null ? say('at.drug-none') : say('at.drug', { drug }),
        `- ${say('at.hip', { value: sited(({ site }) => site.startsWith('hip.')) })}`,
        spineLines(facts, say).map((line) =>
          line.startsWith('- ') ? `- ${say('at.vertebral', { value: line.slice(2) })}` : `- ${line}`,
        ),
        `- ${say('at.major', {
          months: major.months,
          age: major.forearmFromAge,
          value: sited((fracture) => isMajor(fracture, facts, major)),
        })}`,
        facts.tScores.length === 0 ? `- ${say('at.t', { value: none })}` : scanLines(facts, say),
        newest === undefined ? null : `- ${ageOfScan(newest, facts.today, say)}`,
        `- ${priorMedicine(facts, say)}`,
      ),
    },
    { id: 'proof', heading: say('h.proof'), body: lines(say('at.proof'), say('at.note')) },
  ];
}

/** Bone medicines by their names among what is taken; whatever was taken before is nobody's record. */
function priorMedicine({ medicines }: LetterFacts, say: LetterSay): string {
  if (medicines === null) return say('at.prior-unknown');
  const named = medicines.filter((medicine) =>
    drugs.some((drug) => plain(medicine).includes(drug.slice(0, stemLength))),
  );
  if (named.length > 0) return say('at.prior', { value: named.join(', ') });
  return say('at.prior-none', { list: medicines.join(', ') || say('medicines.none') });
}

function plain(name: string): string {
  return name.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** What nobody recorded, the day or the age, leaves it on the list: a physician checks it. */
function isMajor(
  { site, on }: LetterFracture,
  { today, patient: { birthDate } }: LetterFacts,
  { sites, forearm, forearmFromAge, months }: MajorFractures,
): boolean {
  if (on !== null && addMonths(on, months) < today) return false;
  if (sites.includes(site)) return true;
  const born = birthDate === null ? undefined : parseCalendarDate(birthDate);
  const aged = born?.ok !== true || addMonths(born.value, forearmFromAge * monthsInYear) <= (on ?? today);
  return forearm.includes(site) && aged;
}

function ageOfScan(on: CalendarDate, today: CalendarDate, say: LetterSay): string {
  const months = wholeMonths(on, today);
  return say.count('at.age', months, { months });
}

function wholeMonths(from: CalendarDate, today: CalendarDate): number {
  let months = 0;
  while (addMonths(from, months + 1) <= today) months += 1;
  return months;
}
