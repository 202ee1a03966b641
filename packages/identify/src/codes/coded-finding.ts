// A fracture that a code states. It has no place in a text, so it is no text finding with invented offsets: it
// shares the clinical fields and keeps its code.

import type { CalendarDate, CodeSystem } from '@breekpunt/core';
import type { ClinicalFracture } from '../episodes/clinical-fracture.ts';

/** Which contact the code belongs to; null when its system does not say. */
export type CodeEncounter = 'initial' | 'subsequent' | 'sequela';

export interface CodedFinding {
  readonly system: CodeSystem;
  /** As its system writes it. */
  readonly code: string;
  /** The sender's own id of the coded entry, when it has one. */
  readonly id: string | null;
  /** The day the code was registered for. */
  readonly date: CalendarDate | null;
  /** The day the fracture happened, when the sender gives it beside the code. */
  readonly onset: CalendarDate | null;
  /** Our own words for the code, for a person to read. */
  readonly display: string;
  readonly encounter: CodeEncounter | null;
  /** The value set and row that decided, e.g. `fracture.icd-10 prefix:S72.0`, then the modifiers that applied. */
  readonly because: readonly string[];
  /** The row rests on an unconfirmed list. */
  readonly draft: boolean;
  readonly fracture: ClinicalFracture;
}
