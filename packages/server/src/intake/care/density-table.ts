// An uploaded table of bone densitometries to the record. Decision: a look first judges every row and keeps nothing; taking it in
// keeps the sound rows and says of each of the others where it stands and why, in words of the program.

import { type CalendarDate, earliestDay, precisionOf } from '@breekpunt/core';
import {
  type DensityTableRefusal,
  type DensityTableReject,
  type DensityTableRow,
  type RecordedIdentifier,
  readDensityTable,
} from '@breekpunt/integrate';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { personById } from '../../records/person.ts';
import type { Keys } from '../../secrets/keys.ts';
import { finishMessage } from '../inbox/finish-message.ts';
import { noCounts } from '../inbox/outcome.ts';
import { receive } from '../inbox/receive.ts';
import { type FoundPerson, findOrAddPerson } from '../people/find-person.ts';
import { holdNumbers } from '../people/hold-patients.ts';
import { noteForRetired } from '../people/merge-persons.ts';
import { type ImpossibleDensity, impossibleDensity, tableDensityRow } from './densities.ts';
import { saveNamed } from './save-named.ts';

export interface DensityRowLeftOut extends Omit<DensityTableReject, 'why'> {
  readonly why: DensityTableReject['why'] | 'impossible' | 'in-the-future' | 'before-birth' | NotTheirs;
  /** Of an impossible value, which one it is and the range in which it was expected; null where the reason says all. */
  readonly expected: ImpossibleDensity | null;
}

/** A table names no families, so that a number with another birthday is enough to leave the row to a human. */
type NotTheirs = 'nobody' | 'another-birthday';

export interface DensityPreview {
  readonly rows: number;
  /** Different patients. */
  readonly patients: number;
  readonly leftOut: readonly DensityRowLeftOut[];
  /** Null when something can be read. */
  readonly refusal: DensityTableRefusal | null;
}

export interface DensityTaken extends DensityPreview {
  readonly message: number;
  /** The same file was taken before: nothing was added. */
  readonly again: boolean;
}

interface Judged extends DensityPreview {
  readonly sound: readonly DensityTableRow[];
}

export async function judgeDensityTable(raw: Uint8Array, today: CalendarDate): Promise<Judged> {
  const read = await readDensityTable(raw);
  if (!read.ok) return { rows: 0, patients: 0, leftOut: [], refusal: read.error, sound: [] };
  const leftOut: DensityRowLeftOut[] = read.value.rejects.map((each) => ({ ...each, expected: null }));
  const sound: DensityTableRow[] = [];
  for (const row of read.value.rows) {
    const trouble = troubleWith(row, today);
    if (trouble === null) sound.push(row);
    else leftOut.push({ line: row.line, ...trouble });
  }
  return {
    rows: sound.length,
    patients: new Set(sound.map(({ patient }) => patient)).size,
    leftOut: inOrder(leftOut),
    refusal: null,
    sound,
  };
}

function troubleWith(row: DensityTableRow, today: CalendarDate): Omit<DensityRowLeftOut, 'line'> | null {
  const impossible = impossibleDensity(row, today);
  if (impossible !== null) return { field: impossible.quantity, why: 'impossible', expected: impossible };
  if (row.on > today) return { field: 'on', why: 'in-the-future', expected: null };
  return row.birthDate !== null && row.on < row.birthDate
    ? { field: 'on', why: 'before-birth', expected: null }
    : null;
}

/** A table is one of text or a workbook, which is a zip archive. */
function isWorkbook(raw: Uint8Array): boolean {
  return raw[0] === 0x50 && raw[1] === 0x4b;
}

export interface DensityFile {
  readonly name: string;
  readonly raw: Uint8Array;
  /** Who gives the patients' numbers out. */
  readonly assigner: string;
}

/** Null when nothing of it can be read. */
export async function takeDensityTable(
  tx: SiteTransaction,
  keys: Keys,
  { name, raw, assigner }: DensityFile,
  { today, at }: { readonly today: CalendarDate; readonly at: Date },
): Promise<(DensityTaken & { readonly persons: readonly number[] }) | null> {
  const { sound, ...preview } = await judgeDensityTable(raw, today);
  if (preview.refusal !== null) return null;
  const format = isWorkbook(raw) ? 'xlsx' : 'csv';
  const message = await receive(tx, { door: 'upload', format, raw, fileName: name });
  if (message.again) return { ...preview, message: message.id, again: true, persons: [] };
  const leftOut = [...preview.leftOut];
  // All at once, in one order: two tables of the same patients wait for one another.
  await holdNumbers(
    tx,
    keys,
    sound.map(({ patient }) => numberOf(assigner, patient)),
  );
  const holders = new Map<string, FoundPerson | NotTheirs>();
  const taken = [];
  for (const row of sound) {
    const said = JSON.stringify([row.patient, row.birthDate, row.sex]);
    let holder = holders.get(said);
    if (holder === undefined) {
      holder = await holderOf(tx, keys, assigner, row, at);
      holders.set(said, holder);
    }
    if (typeof holder === 'string') {
      const field = holder === 'another-birthday' ? 'birthDate' : 'patient';
      leftOut.push({ line: row.line, field, why: holder, expected: null });
      continue;
    }
    const source = { person: holder.person, sourceSystem: 'upload', inboxMessage: message.id };
    taken.push({ row: tableDensityRow(tx.site, source, row), heldBy: holder.heldBy });
  }
  // One that stands in the table twice is kept once.
  const kept = [...new Map(taken.map((each) => [each.row.source_id, each])).values()];
  const saved = await saveNamed(
    tx,
    'dxa_scan',
    kept.map(({ row }) => row),
  );
  for (const [index, { row, heldBy }] of kept.entries()) {
    const at = saved[index];
    if (heldBy !== row.person_id && at !== undefined) await noteForRetired(tx, heldBy, [at]);
  }
  await finishMessage(
    tx,
    message.id,
    {
      state: 'processed',
      counts: { ...noCounts, measurements: saved.length, rejects: leftOut.length },
      warnings: [],
      person: null,
      events: [],
    },
    at,
  );
  const persons = [...new Set(taken.map(({ row }) => row.person_id))];
  return {
    rows: saved.length,
    patients: persons.length,
    leftOut: inOrder(leftOut),
    refusal: null,
    message: message.id,
    again: false,
    persons,
  };
}

function numberOf(assigner: string, value: string): RecordedIdentifier {
  return { system: 'local', assigner, value };
}

async function holderOf(
  tx: SiteTransaction,
  keys: Keys,
  assigner: string,
  { patient, birthDate, sex }: DensityTableRow,
  now: Date,
): Promise<FoundPerson | NotTheirs> {
  const found = await findOrAddPerson(
    tx,
    keys,
    {
      identifiers: [numberOf(assigner, patient)],
      ...(birthDate === null ? {} : { birthDate }),
      ...(sex === null ? {} : { sex }),
    },
    { authoritative: false, sentAt: null, now },
  );
  if (!found.ok) return 'nobody';
  const known = (await personById(tx, found.value.person))?.birthDate ?? null;
  const differs =
    birthDate !== null && known !== null && precisionOf(known) === 'day' && earliestDay(known) !== birthDate;
  return differs ? 'another-birthday' : found.value;
}

function inOrder(rows: readonly DensityRowLeftOut[]): DensityRowLeftOut[] {
  return rows.toSorted((a, b) => a.line - b.line);
}
