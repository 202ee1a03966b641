// The cases that the case finder opened for some people, each with the care that was invented for its fracture, if there
// is any. A fracture that was found twice has its care once: the second case finds it taken.

import type { CalendarDate } from '@breekpunt/core';
import type { EpisodeEvidence } from '@breekpunt/identify';
import { type CarePath, careOf, type HospitalPatient, type ReadFracture } from '@breekpunt/synthetic';
import type { SiteTransaction } from '../database/site-transaction.ts';

export interface FoundCase {
  readonly id: number;
  readonly person: number;
  readonly episode: number;
  readonly openedOn: CalendarDate;
  readonly patient: HospitalPatient;
  /** 'taken': another case of this person has it; 'none': no true fracture stands behind the case. */
  readonly care: CarePath | 'taken' | 'none';
}

export interface Registered {
  readonly person: number;
  readonly patient: HospitalPatient;
}

export async function foundCases(
  tx: SiteTransaction,
  people: readonly Registered[],
  /** The sender's names of reports by their rows. */
  nameOf: ReadonlyMap<string, string>,
): Promise<FoundCase[]> {
  if (people.length === 0) return [];
  const rows = await tx.db
    .selectFrom('fls_case as c')
    .innerJoin('fracture_episode as e', (join) =>
      join
        .onRef('e.site_id', '=', 'c.site_id')
        .on(({ eb, or, ref }) =>
          or([
            eb('e.fracture_episode_id', '=', ref('c.fracture_episode_id')),
            eb('e.fls_case_id', '=', ref('c.fls_case_id')),
          ]),
        ),
    )
    .select(['c.fls_case_id', 'c.person_id', 'c.fracture_episode_id', 'c.opened_on'])
    .select(['e.fracture_episode_id as joined_id', 'e.fracture_site', 'e.levels', 'e.evidence'])
    .where('c.site_id', '=', tx.site)
    .where(
      'c.person_id',
      'in',
      people.map(({ person }) => person),
    )
    .orderBy('c.opened_on')
    .orderBy('c.fls_case_id')
    .execute();
  const patients = new Map(people.map(({ person, patient }) => [person, patient]));
  const taken = new Set<CarePath>();
  const cases = new Map<number, (typeof rows)[number][]>();
  for (const row of rows) cases.set(row.fls_case_id, [...(cases.get(row.fls_case_id) ?? []), row]);
  return [...cases.values()].flatMap((episodes): FoundCase[] => {
    const [first] = episodes;
    const patient = patients.get(first?.person_id ?? -1);
    if (first === undefined || patient === undefined) return [];
    const mainFirst = episodes.toSorted(
      (a, b) => Number(b.joined_id === b.fracture_episode_id) - Number(a.joined_id === a.fracture_episode_id),
    );
    const paths = mainFirst
      .map((row) => careOf(patient, readFrom(row, nameOf)))
      .filter((path) => path !== null);
    const free = paths.find((path) => !taken.has(path));
    if (free !== undefined) taken.add(free);
    return [
      {
        id: first.fls_case_id,
        person: first.person_id,
        episode: first.fracture_episode_id,
        openedOn: first.opened_on,
        patient,
        care: free ?? (paths.length > 0 ? 'taken' : 'none'),
      },
    ];
  });
}

function readFrom(
  row: {
    readonly fracture_site: ReadFracture['site'];
    readonly levels: ReadFracture['levels'];
    readonly evidence: unknown;
  },
  nameOf: ReadonlyMap<string, string>,
): ReadFracture {
  const reports = (row.evidence as readonly EpisodeEvidence[]).flatMap(({ source }) =>
    source.kind === 'report' ? [nameOf.get(source.report) ?? ''] : [],
  );
  return { site: row.fracture_site, levels: row.levels, reports };
}
