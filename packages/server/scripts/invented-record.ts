// A large invented record as lines for COPY: so many people, so many of them with a fracture of the last ten years and the care that a
// service gave them. Decision: everything about a case follows from its number by a hash, so that two runs make the same record and
// no part of it has to be held in memory. Rows for each case are those of the synthetic hospital: three regions a scan, thirteen
// vertebrae a reading, a blood test for each of the panel. Nobody in it exists.

import { addDays, type CalendarDate, knownDate } from '@breekpunt/core';

export interface InventedRecord {
  readonly site: string;
  readonly people: number;
  /** At most as many as people. */
  readonly cases: number;
  readonly panel: readonly string[];
  /** Of somebody who decides. */
  readonly physician: number;
}

export interface InventedTable {
  readonly table: string;
  readonly columns: readonly string[];
  lines(): Iterable<string>;
}

/** The day until which the record goes. */
const lastDay = knownDate('2026-11-20');
const tenYears = 3650;
const nothing = '\\N';

const sites = [
  'hip.femoral-neck',
  'hip.trochanteric',
  'vertebra.lumbar',
  'vertebra.thoracic',
  'wrist.distal-radius',
  'wrist.distal-radius',
  'humerus.proximal',
  'ankle',
  'pelvis',
  'rib',
] as const;
const levels = ['T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10', 'T11', 'T12', 'L1', 'L2', 'L3', 'L4'] as const;

/** From 0 to 1, the same for the same two numbers. */
function chance(number: number, of: number): number {
  let hash = Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(of + 7, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 4294967296;
}

const days: CalendarDate[] = Array.from({ length: tenYears + 31_000 }, (_, place) =>
  addDays(lastDay, place - tenYears - 31_000 + 1),
);

/** Day by its distance before the last one; \N when it is still to come. */
function dayBefore(distance: number): string {
  return distance < 0 ? nothing : (days[days.length - 1 - distance] ?? nothing);
}

interface Case {
  readonly number: number;
  /** Days between the fracture and the last day. */
  readonly ago: number;
  readonly site: string;
  readonly assessed: number | null;
  readonly scanned: number | null;
  readonly decided: number | null;
  readonly treated: boolean;
  readonly denosumab: boolean;
  readonly hip: boolean;
}

function caseOf(number: number): Case {
  const ago = Math.floor(chance(number, 1) * tenYears);
  const within = (of: number, share: number, latest: number): number | null => {
    const after = Math.floor(chance(number, of + 50) * latest);
    return chance(number, of) < share && after <= ago ? after : null;
  };
  const site = sites[Math.floor(chance(number, 2) * sites.length)] ?? 'rib';
  const assessed = within(3, 0.8, 110);
  const decided = assessed === null ? null : within(5, 0.85, 140);
  const treated = decided !== null && chance(number, 6) < 0.65;
  return {
    number,
    ago,
    site,
    assessed,
    scanned: assessed === null ? null : within(4, 0.7, 130),
    decided,
    treated,
    denosumab: treated && chance(number, 7) < 0.25,
    hip: site.startsWith('hip.'),
  };
}

export function inventedTables({
  site,
  people,
  cases,
  panel,
  physician,
}: InventedRecord): readonly InventedTable[] {
  // Cases are spread over the people: their rows lie scattered, as they would.
  // Every twelfth is another fracture of somebody who had one.
  const personOf = (number: number): number =>
    1 + (((number % 12 === 11 ? number - 1 : number) * 7919) % people);
  function* each(rows: (one: Case, person: number) => Iterable<string>): Iterable<string> {
    for (let number = 0; number < cases; number++) yield* rows(caseOf(number), personOf(number));
  }
  const on = (one: Case, after: number): string => dayBefore(one.ago - after);
  const own = ['site_id', 'person_id', 'fls_case_id'] as const;
  const start = (one: Case, person: number): string => `${site}\t${person}\t${one.number + 1}`;
  return [
    {
      table: 'person',
      columns: [
        'site_id',
        'person_id',
        'family_name',
        'given_name',
        'search_name',
        'birth_date',
        'birth_precision',
        'sex',
        'residence',
        'deceased',
        'death_date',
        'changed_at',
      ],
      *lines() {
        for (let person = 1; person <= people; person++) {
          const born = dayBefore(19_000 + Math.floor(chance(person, 20) * 14_000));
          const dead = chance(person, 21) < 0.12;
          const died = dead ? dayBefore(Math.floor(chance(person, 22) * 1500)) : nothing;
          yield `${site}\t${person}\tVerzonnen${person}\tNaam\tverzonnen${person} naam\t${born}\tday\t${chance(person, 23) < 0.72 ? 'female' : 'male'}\thome\t${dead ? 'yes' : 'not-recorded'}\t${died}\t2020-01-01T08:00:00Z`;
        }
      },
    },
    {
      table: 'report',
      columns: [
        'site_id',
        'person_id',
        'source_id',
        'kind',
        'reported_on',
        'language',
        'body',
        'triage',
        'scanned_at',
      ],
      *lines() {
        for (let person = 1; person <= people; person++)
          yield `${site}\t${person}\tinvented ${person}\txray\t${dayBefore(Math.floor(chance(person, 24) * tenYears))}\tnl\tVerzonnen verslag. Geen fractuur. Verder geen bijzonderheden.\tnone\t2026-11-20T08:00:00Z`;
      },
    },
    {
      table: 'fracture_episode',
      columns: [
        'site_id',
        'fracture_episode_id',
        'person_id',
        'episode_key',
        'fracture_site',
        'date_basis',
        'status',
        'onset',
        'mechanism',
        'eligibility',
        'knowledge_version',
        'earliest_on',
        'latest_on',
        'first_seen_on',
        'changed_at',
      ],
      lines: () =>
        each(function* (one, person) {
          const day = on(one, 0);
          const force = chance(one.number, 8) < 0.04 ? 'high-energy' : 'low-energy';
          yield `${site}\t${one.number + 1}\t${person}\tinvented ${one.number}\t${one.site}\tcalled-acute\tpresent\tincident\t${force}\teligible\tinvented\t${day}\t${day}\t${day}\t${day}T08:00:00Z`;
        }),
    },
    {
      table: 'fls_case',
      columns: [
        'site_id',
        'fls_case_id',
        'person_id',
        'fracture_episode_id',
        'stage',
        'state',
        'reason',
        'opened_on',
        'fracture_on',
        'urgency',
        'due_on',
        'stated_site',
        'stated_status',
        'created_at',
        'changed_at',
      ],
      lines: () =>
        each(function* (one, person) {
          const waiting = one.ago < 60 && chance(one.number, 9) < 0.3;
          const closed = !waiting && one.ago > 500;
          const [stage, state] = waiting
            ? ['identify', 'to-review']
            : closed
              ? ['follow-up', 'closed']
              : ['follow-up', 'open'];
          const day = on(one, 0);
          yield `${site}\t${one.number + 1}\t${person}\t${one.number + 1}\t${stage}\t${state}\t${closed ? 'completed' : nothing}\t${on(one, Math.min(one.ago, Math.floor(chance(one.number, 10) * 20)))}\t${chance(one.number, 11) < 0.03 ? nothing : day}\t${one.number % 400}\t${nothing}\t${one.site}\tpresent\t${day}T08:00:00Z\t${day}T08:00:00Z`;
        }),
    },
    {
      table: 'assessment',
      columns: [
        ...own,
        'outcome',
        'assessed_on',
        'mode',
        'weight_kg',
        'height_cm',
        'smokes',
        'alcohol_units_per_day',
        'source',
      ],
      lines: () =>
        each(function* (one, person) {
          if (one.assessed !== null)
            yield `${start(one, person)}\tdone\t${on(one, one.assessed)}\tclinic\t68\t164\t${chance(one.number, 12) < 0.9 ? 'no' : 'not-recorded'}\t1\tmanual`;
          else if (chance(one.number, 13) < 0.3)
            yield `${start(one, person)}\tdeclined\t${nothing}\t${nothing}\t${nothing}\t${nothing}\tnot-recorded\t${nothing}\tmanual`;
        }),
    },
    {
      table: 'dxa_scan',
      columns: [...own, 'status', 'ordered_on', 'scanned_on', 'region', 't_score', 'source', 'changed_at'],
      lines: () =>
        each(function* (one, person) {
          const { scanned } = one;
          if (scanned === null) return;
          const day = on(one, scanned);
          for (const region of ['lumbar-spine', 'femoral-neck', 'total-hip'])
            yield `${start(one, person)}\tdone\t${on(one, 0)}\t${day}\t${region}\t-2.${Math.floor(chance(one.number, 14) * 9)}\timport\t${day}T10:00:00Z`;
        }),
    },
    {
      table: 'vertebra_reading',
      columns: [...own, 'imaging', 'read_on', 'level', 'readable', 'genant', 'source', 'recorded_at'],
      lines: () =>
        each(function* (one, person) {
          if (one.scanned === null || chance(one.number, 15) > 0.6) return;
          const day = on(one, one.scanned);
          for (const level of levels)
            yield `${start(one, person)}\tvfa\t${day}\t${level}\tyes\t0\timport\t${day}T10:00:00Z`;
        }),
    },
    {
      table: 'lab_result',
      columns: [
        'site_id',
        'person_id',
        'source_system',
        'source_id',
        'local_code',
        'name',
        'sampled_on',
        'value',
        'unit',
        'status',
        'source',
        'changed_at',
      ],
      lines: () =>
        each(function* (one, person) {
          if (one.assessed === null) return;
          const day = on(one, one.assessed);
          for (const [place, test] of panel.entries())
            if (chance(one.number, 60 + place) < 0.97)
              yield `${site}\t${person}\tinvented\t${one.number}-${test}\t${test}\t${test}\t${day}\t${20 + place}\tmmol/L\tfinal\timport\t${day}T10:00:00Z`;
        }),
    },
    {
      table: 'falls_assessment',
      columns: [...own, 'outcome', 'assessed_on', 'risk_class', 'exercise_started', 'source'],
      lines: () =>
        each(function* (one, person) {
          if (one.assessed !== null && chance(one.number, 16) < 0.75)
            yield `${start(one, person)}\tdone\t${on(one, one.assessed)}\t${chance(one.number, 17) < 0.5 ? 'high' : 'low'}\t${chance(one.number, 18) < 0.3 ? 'yes' : 'not-recorded'}\tmanual`;
        }),
    },
    {
      table: 'decision',
      columns: [
        ...own,
        'outcome',
        'medicine_atc',
        'inputs',
        'reasons',
        'knowledge_version',
        'decided_on',
        'decided_by',
      ],
      lines: () =>
        each(function* (one, person) {
          if (one.decided === null) return;
          const [outcome, medicine] = one.treated
            ? ['medicine', one.denosumab ? 'M05BX04' : 'M05BA04']
            : ['not-indicated', nothing];
          yield `${start(one, person)}\t${outcome}\t${medicine}\t{"synthetic": true}\t[]\tinvented\t${on(one, one.decided)}\t${physician}`;
        }),
    },
    {
      table: 'letter',
      columns: [...own, 'kind', 'language', 'recipient', 'content', 'content_version', 'sent_at'],
      lines: () =>
        each(function* (one, person) {
          if (one.decided === null) return;
          for (const recipient of ['general-practitioner', 'patient'])
            yield `${start(one, person)}\tdecision\tnl\t${recipient}\t{"synthetic": true}\tinvented\t${on(one, one.decided)}T12:00:00Z`;
        }),
    },
    {
      table: 'contact',
      columns: [
        ...own,
        'moment',
        'channel',
        'planned_on',
        'done_on',
        'outcome',
        'medicine_started',
        'still_prescribed',
        'exercise_started',
        'recorded_at',
      ],
      lines: () =>
        each(function* (one, person) {
          if (!one.treated) return;
          for (const [moment, after, share] of [
            ['3-months', 90, 0.5],
            ['16-weeks', 105, 0.6],
            ['52-weeks', 365, 0.5],
          ] as const) {
            const made = one.ago >= after && chance(one.number, 30 + after) < share;
            const reached = chance(one.number, 31 + after) < 0.9;
            const still =
              after === 365 && reached ? (chance(one.number, 32) < 0.7 ? 'yes' : 'no') : 'not-recorded';
            yield `${start(one, person)}\t${moment}\t${made ? 'phone' : nothing}\t${addDays(knownDate(on(one, 0)), after)}\t${made ? on(one, after) : nothing}\t${made ? (reached ? 'reached' : 'not-reached') : nothing}\t${made && reached ? 'yes' : 'not-recorded'}\t${made ? still : 'not-recorded'}\t${made && chance(one.number, 33 + after) < 0.3 ? 'yes' : 'not-recorded'}\t${on(one, 0)}T09:00:00Z`;
          }
        }),
    },
    {
      table: 'injection',
      columns: [...own, 'medicine_atc', 'due_on', 'given_on'],
      lines: () =>
        each(function* (one, person) {
          if (!one.denosumab || one.decided === null) return;
          for (let dose = 0; dose < 4; dose++) {
            const due = one.decided + dose * 182;
            const late = Math.floor(chance(one.number, 40 + dose) * 40);
            yield `${start(one, person)}\tM05BX04\t${addDays(knownDate(on(one, 0)), due)}\t${due + late <= one.ago && chance(one.number, 45 + dose) < 0.9 ? on(one, due + late) : nothing}`;
          }
        }),
    },
    {
      table: 'acute_hip_care',
      columns: [
        ...own,
        'version',
        'arrived_on',
        'arrived_clock',
        'operated',
        'operated_on',
        'operated_clock',
        'operation_as_advised',
        'geriatrician',
        'geriatrician_on',
        'geriatrician_clock',
        'mobilised',
        'mobilised_on',
        'delirium_tested',
        'delirium',
        'nutrition_assessed',
        'source',
        'recorded_at',
      ],
      lines: () =>
        each(function* (one, person) {
          if (!one.hip || one.ago < 10) return;
          const wait = chance(one.number, 70) < 0.8 ? 1 : 3;
          yield `${start(one, person)}\t1\t${on(one, 0)}\t09:30\tyes\t${on(one, wait)}\t10:00\tyes\tyes\t${on(one, 2)}\t14:00\tyes\t${on(one, wait + 1)}\tyes\t${chance(one.number, 71) < 0.3 ? 'yes' : 'no'}\tyes\timport\t${on(one, 3)}T09:00:00Z`;
        }),
    },
  ];
}
