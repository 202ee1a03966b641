// From where a measurement, an appointment or an event of care came, and the row it became.

import type { OwnedTable } from '../people/merge-persons.ts';

export interface CareSource {
  readonly person: number;
  /** Who gives the items their ids. */
  readonly sourceSystem: string;
  readonly inboxMessage: number;
}

export interface SavedRow {
  readonly table: OwnedTable;
  readonly id: number;
}
