// Which LOINC codes are bone density, and of which region. Codes are names of things, not clinical numbers; each was
// read from LOINC or from a published value set. The code that Synthea uses for every T-score is LOINC's name for
// radius and ulna, and is taken at its word.

export interface DxaCode {
  readonly region: 'lumbar-spine' | 'total-hip' | 'forearm' | 'other';
  readonly side: 'left' | 'right' | null;
  readonly what: 'bmd' | 't-score' | 'z-score';
}

const rows: readonly (readonly [string, DxaCode['region'], DxaCode['side'], DxaCode['what']])[] = [
  ['24701-5', 'total-hip', null, 'bmd'],
  ['38263-0', 'total-hip', null, 't-score'],
  ['38261-4', 'total-hip', null, 'bmd'],
  ['38264-8', 'total-hip', null, 't-score'],
  ['46278-8', 'total-hip', 'left', 'bmd'],
  ['46279-6', 'total-hip', 'right', 'bmd'],
  ['80946-7', 'total-hip', 'left', 't-score'],
  ['80938-4', 'total-hip', 'left', 'z-score'],
  ['80954-1', 'total-hip', 'left', 'bmd'],
  ['80948-3', 'total-hip', 'left', 't-score'],
  ['80940-0', 'total-hip', 'left', 'z-score'],
  ['24966-4', 'lumbar-spine', null, 'bmd'],
  ['38267-1', 'lumbar-spine', null, 't-score'],
  ['85394-5', 'lumbar-spine', null, 'z-score'],
  ['104938-6', 'lumbar-spine', null, 't-score'],
  ['24890-6', 'forearm', null, 'bmd'],
  ['38265-5', 'forearm', null, 't-score'],
  ['38262-2', 'other', null, 'bmd'],
  ['38266-3', 'other', null, 't-score'],
  ['101804-3', 'other', null, 't-score'],
  ['101805-0', 'other', null, 'z-score'],
  ['46383-6', 'other', null, 'bmd'],
];

const byCode: ReadonlyMap<string, DxaCode> = new Map(
  rows.map(([code, region, side, what]) => [code, { region, side, what }]),
);

export interface DxaValue {
  readonly region: string | null;
  readonly side: 'left' | 'right' | null;
  readonly what: DxaCode['what'];
}

/** LOINC has no femoral neck: a neck goes out as a femur, with the neck in words. */
const femur: Readonly<Record<DxaCode['what'], string>> = {
  bmd: '24701-5',
  't-score': '38263-0',
  'z-score': '80940-0',
};

/** The code for sending; undefined when LOINC has none that says region and value. A side without a code is said in words. */
export function loincOfDxa({ region, side, what }: DxaValue): string | undefined {
  if (region === 'femoral-neck') return femur[what];
  const fitting = rows.filter((row) => row[1] === region && row[3] === what && !notSent.has(row[0]));
  const found = fitting.find((row) => row[2] === side) ?? fitting.find((row) => row[2] === null);
  return found?.[0];
}

const wholeFemur = new Set([...Object.values(femur), '80954-1', '80948-3']);

/** Read, and never sent: the femur as a whole is not the total hip, and the spine has a code of its own part. */
const notSent = new Set([...wholeFemur, '104938-6', '101804-3', '38262-2', '38266-3', '101805-0']);

/** A code of the femur without saying which part: neither its neck nor the total hip. */
export function isWholeFemur(loinc: string): boolean {
  return wholeFemur.has(loinc);
}

export function dxaCode(loinc: string): DxaCode | undefined {
  return byCode.get(loinc);
}

/** Every LOINC code that is bone density. */
export const dxaLoincs: readonly string[] = rows.map(([code]) => code);
