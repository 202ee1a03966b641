// The rooms of the house and who may use whom: the one place where that is written down. A room
// imports only rooms that stand before it. The reasons are in ARCHITECTURE.md.

export interface Room {
  /** Folder under packages/, and the name after @breekpunt/. */
  readonly name: string;
  /** No file, network, clock, randomness, environment or console; these come in as arguments. */
  readonly pure: boolean;
  readonly mayImport: readonly string[];
  /** Rooms of which only types may be imported: nothing of them runs here. */
  readonly mayImportTypesOf: readonly string[];
}

const pureRooms = [
  'core',
  'knowledge',
  'identify',
  'qfracture',
  'investigate',
  'intervene',
  'inform',
  'quality',
  'integrate',
];

/** Stands alone, because its licence is another (LGPL); it could be taken out or used without the rest. */
const alone = 'qfracture';

/** Invented patients: nothing of the product rests on them, only what shows and tests it. */
const synthetic = 'synthetic';

export const rooms: readonly Room[] = [
  ...pureRooms.map((name, place) => ({
    name,
    pure: true,
    mayImport: name === alone ? ['core'] : pureRooms.slice(0, place),
    mayImportTypesOf: [],
  })),
  {
    name: synthetic,
    pure: true,
    mayImport: ['core', 'knowledge', 'identify', 'investigate'],
    mayImportTypesOf: [],
  },
  { name: 'server', pure: false, mayImport: [...pureRooms, synthetic], mayImportTypesOf: [] },
  // The browser talks to the server over HTTP; what they share is the shape of what they say. One rule runs in both: how
  // grave an alarm sign is, for a telephone without connection (docs/decisions/0088-offline-guide.md).
  { name: 'web', pure: false, mayImport: ['inform'], mayImportTypesOf: [...pureRooms, 'server'] },
  { name: 'cli', pure: false, mayImport: [...pureRooms, synthetic, 'server'], mayImportTypesOf: [] },
];
