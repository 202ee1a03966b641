// Sections that say what the record says: medicines, appointments, people to call. Decision: shown as prescribed and
// planned, whole; the guide adds advice of content beside them and never a dose of its own.

import type { AppointmentBlock, Block, ContactBlock, MedicineBlock } from '../guide/guide.ts';
import type { Appointment, Medicine, ServiceRole } from '../input/guide-input.ts';
import { type OpioidStanding, opioidStanding } from '../medicines/opioid-standing.ts';
import { capitalised } from '../text/words.ts';
import { writtenDay } from '../text/written-number.ts';
import { contentBlocks } from './content-blocks.ts';
import { type Making, notKnown, recordOrigin, said } from './making.ts';

export function medicinesSection(making: Making): readonly Block[] {
  const { input, words } = making;
  const { medication } = input;
  const own =
    medication === 'not-recorded'
      ? [notKnown('medicines', words.say('gap-medication'), making)]
      : medication.length === 0
        ? [said('medicines.none', 1, null, [words.say('medicines-none')], making)]
        : medication.map((medicine, place) => medicineBlock(medicine, place, making));
  return [...own, ...contentBlocks('medicines', making)];
}

function medicineBlock(medicine: Medicine, place: number, making: Making): MedicineBlock {
  const { words, input } = making;
  const { kind, name, dose, times, stopOn, nextOn } = medicine;
  const opioid = kind === 'opioid' ? opioidStanding(stopOn, input.opioidNotes, input.today) : null;
  const nextDay = kind === 'bone-drug-injection' && nextOn === 'not-recorded' ? arrangedDay(making) : nextOn;
  const next =
    nextDay === 'not-recorded' ? null : words.say('medicine-next', { day: writtenDay(nextDay, words) });
  const needsNext =
    kind === 'bone-drug-injection' && next === null ? words.say('injection-next-not-known') : null;
  const advice = words.find(`medicine-advice-${kind}`);
  return {
    ...recordOrigin(`medicine.${kind}.${place + 1}`, 1, making),
    kind: 'medicine',
    medicine: kind,
    name: name === 'not-recorded' ? words.say(`medicine-${kind}`) : name,
    dose: dose === 'not-recorded' ? words.say('dose-not-recorded') : dose,
    times,
    stopOn,
    stopText: opioid === null ? stopText(medicine, making) : opioidText(opioid, making),
    opioid,
    advice: [next, needsNext, advice === null ? null : words.fill(advice)].filter((line) => line !== null),
  };
}

/** Of the injection or infusion that comes first among the appointments. */
function arrangedDay({ input }: Making): Medicine['nextOn'] {
  const days = input.appointments.flatMap(({ kind, on }) =>
    kind === 'injection' && on >= input.today ? [on] : [],
  );
  return days.toSorted()[0] ?? 'not-recorded';
}

function stopText({ kind, stopOn }: Medicine, { words, input }: Making): string | null {
  if (stopOn === 'not-recorded') return words.find(`${kind}-no-stop`);
  const key = stopOn < input.today ? 'medicine-stopped' : 'medicine-stop';
  return words.say(key, { day: writtenDay(stopOn, words) });
}

function opioidText(standing: OpioidStanding, { words }: Making): string {
  if (standing.kind === 'no-day') return words.say('opioid-no-stop');
  const day = writtenDay(standing.on, words);
  switch (standing.kind) {
    case 'stopped':
      return words.say('opioid-said-stopped', { day });
    case 'over':
      return words.say('opioid-over', { day });
    case 'days-left': {
      const said = words.say(standing.own ? 'opioid-own-day' : 'medicine-stop', { day });
      const left =
        standing.days === 0 ? 'opioid-last-day' : standing.days === 1 ? 'opioid-one-day' : 'opioid-days';
      return `${said} ${words.say(left, { n: String(standing.days) })}`;
    }
  }
}

export function appointmentsSection(making: Making): readonly Block[] {
  const { input, words } = making;
  const coming = input.appointments
    .filter(({ on }) => on >= input.today)
    .toSorted((a, b) => (moment(a) < moment(b) ? -1 : 1));
  const none = coming.length === 0 ? [notKnown('appointments', words.say('gap-appointments'), making)] : [];
  return [
    ...coming.map((each) => appointmentBlock(each, making)),
    ...none,
    ...contentBlocks('appointments', making),
  ];
}

function moment({ on, at, id }: Appointment): string {
  return `${on} ${at === 'not-recorded' ? '99' : at} ${id}`;
}

function appointmentBlock(appointment: Appointment, making: Making): AppointmentBlock {
  const { words } = making;
  const { id, kind, on, at, place } = appointment;
  const day = writtenDay(on, words);
  const bring = words.find(`bring-${kind}`);
  return {
    ...recordOrigin(`appointment.${id}`, 1, making),
    kind: 'appointment',
    appointment: id,
    what: kind,
    on,
    at,
    title: capitalised(words.say(`appointment-${kind}`)),
    when:
      at === 'not-recorded'
        ? words.say('day-without-hour', { day })
        : words.say('day-and-hour', { day, hour: at }),
    place: place === 'not-recorded' ? words.say('place-not-recorded') : place,
    bring: bring === null ? [] : [words.fill(bring)],
  };
}

const contactRoles: readonly ServiceRole[] = [
  'fracture-service',
  'orthopaedics',
  'ward',
  'physiotherapy',
  'general-practitioner',
  'out-of-hours',
  'emergency',
];
/** Shown when the hospital gave them; nobody misses a number that need not exist. */
const furtherRoles: readonly ServiceRole[] = ['home-care', 'social-work', 'bone-density', 'complaints'];

export function contactsSection(making: Making): readonly Block[] {
  const { input, words, alarm } = making;
  const has = (role: ServiceRole): boolean =>
    input.hospital.services.some((service) => service.role === role);
  const phone = alarm.cards['ambulance-now'].actions[0]?.phone ?? null;
  const ambulance: ContactBlock = {
    ...recordOrigin('contact.ambulance', 1, making),
    kind: 'contact',
    role: 'ambulance',
    name: words.say('role-ambulance'),
    phone,
    hours: words.say('always'),
    place: null,
    for: words.say('for-ambulance'),
  };
  const roles = [...contactRoles, ...furtherRoles.filter(has)];
  return [ambulance, ...roles.map((role) => contact(role, making)), ...contentBlocks('who-to-call', making)];
}

function contact(role: ServiceRole, making: Making): ContactBlock {
  const { input, words, alarm } = making;
  const service = input.hospital.services.find((each) => each.role === role);
  const outOfHours = role === 'out-of-hours' ? (alarm.cards['call-today'].actions[1]?.phone ?? null) : null;
  const phone = service === undefined || service.phone === 'not-recorded' ? outOfHours : service.phone;
  const own = (value: string | undefined): string | null =>
    value === undefined || value === 'not-recorded' ? null : value;
  return {
    ...recordOrigin(`contact.${role}`, 1, making),
    kind: 'contact',
    role,
    name: own(service?.name) ?? capitalised(words.say(`role-${role}`)),
    phone,
    hours: own(service?.hours),
    place: own(service?.place),
    for:
      phone === null
        ? `${words.say(`for-${role}`)} ${words.say(`number-not-known-${role}`)}`
        : words.say(`for-${role}`),
  };
}
