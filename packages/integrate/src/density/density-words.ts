// The words with which makers, hospitals and standards name what was measured of a bone: the region, the quantity, the side, the
// vertebrae. Decision: a word that is not known gives nothing, and a set of vertebrae is only read when every part of it is a
// lumbar vertebra that scans count; half a set would compare two different things.

import type { VertebralLevel } from '@breekpunt/core';

export type DensityRegion = 'lumbar-spine' | 'femoral-neck' | 'total-hip' | 'forearm';
export type DensityQuantity = 'bmd' | 't-score' | 'z-score';

const femoralNeck = /(fem\w*|heup\w*|hip)[\s-]*(neck|hals)|\bneck\b|femurhals|heuphals|collum|\bcol\b/i;
const notTheNeck = /cervical spine|halswervel/i;
const spine =
  /\blumb\w*|\blombair\w*|lendenwervel|\blw[ks]\b|\bspine\b|wervelkolom|\brachis\b|\bcolonne\b|\bl[1-4]\s?[-–]\s?l?[1-4]\b/i;
const hip = /\bhip\b|heup|\bhanche\b|h[üu]fte/i;
const whole = /\btotal\w*|\btotaal\b|\bgeheel\b|\bhele\b|\bgesamt\b/i;
const femur = /\bfemur\b|\bf[ée]mur\b|femoral/i;
const forearm = /forearm|onderarm|avant-bras|unterarm|\bradius\b/i;

/** The total hip is only named by a hip, or by a femur that is called total. */
export function densityRegionFrom(words: string): DensityRegion | undefined {
  if (femoralNeck.test(words) && !notTheNeck.test(words)) return 'femoral-neck';
  if (forearm.test(words)) return 'forearm';
  if (hip.test(words) || (whole.test(words) && femur.test(words))) return 'total-hip';
  return spine.test(words) && !notTheNeck.test(words) ? 'lumbar-spine' : undefined;
}

export function densityQuantityFrom(words: string): DensityQuantity | undefined {
  if (/\bt[\s-]?(score|waarde)/i.test(words)) return 't-score';
  if (/\bz[\s-]?(score|waarde)/i.test(words)) return 'z-score';
  return /\bbmd\b|\bdmo\b|bone (mineral )?density|botdichtheid|densit[ée] (min[ée]rale )?osseuse/i.test(words)
    ? 'bmd'
    : undefined;
}

/** Neither when both are named. */
export function sideFrom(words: string): 'left' | 'right' | null {
  const left = /\b(left|links|linker|gauche|li)\b/i.test(words);
  const right = /\b(right|rechts|rechter|droite?|re)\b/i.test(words);
  return left === right ? null : left ? 'left' : 'right';
}

export interface LumbarLevels {
  /** Null when the words name no set. */
  readonly used: readonly VertebralLevel[] | null;
  readonly excluded: readonly VertebralLevel[];
}

const lumbar: readonly VertebralLevel[] = ['L1', 'L2', 'L3', 'L4'];
const part = String.raw`L\s?\d(?:\s?[-–—]\s?L?\s?\d)?`;
const list = String.raw`${part}(?:\s*(?:[,;/+&]|en|et|and|und)?\s*${part})*`;
const leaving = String.raw`(?:excl\w*|exclu\w*|exclud\w*|zonder|sans|without|ohne|behalve|uitgezonderd|hormis|niet meegerekend|uitgesloten|weggelaten)`;
/** Before the word or behind it: "zonder L3", "L3 uitgesloten". */
const leftOut = new RegExp(
  String.raw`${leaving}[\s.:(]*(${list})|(${list})\s*(?:is|was|werd|werden|zijn|are|were|:)?\s*(?:uitgesloten|weggelaten|exclude[ds]?|exclue?s?|ausgeschlossen)\b`,
  'gi',
);

/** "L1-L4", "L1, L3-L4", "L1-L4 zonder L2", "L2 excluded". */
export function lumbarLevelsFrom(words: string): LumbarLevels {
  const out = [...words.matchAll(leftOut)].flatMap(([, after = '', before = '']) => levelsIn(after + before));
  const rest = words.replaceAll(leftOut, ' ');
  const named = levelsIn(rest);
  const counts = named.length > 0 && [...named, ...out].every((level) => lumbar.includes(level));
  const excluded = lumbar.filter((level) => out.includes(level));
  return {
    used: counts ? lumbar.filter((level) => named.includes(level) && !out.includes(level)) : null,
    excluded,
  };
}

function levelsIn(words: string): readonly VertebralLevel[] {
  return [...words.matchAll(/\bL\s?(\d)(?:\s?[-–—]\s?L?\s?(\d))?/gi)].flatMap(([, from, until]) => {
    const [first, last] = [Number(from), Number(until ?? from)];
    return Array.from(
      { length: Math.max(0, last - first + 1) },
      (_, at) => `L${first + at}` as VertebralLevel,
    );
  });
}
