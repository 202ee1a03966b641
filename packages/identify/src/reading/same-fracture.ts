// Whether two mentions speak of one fracture: bone, side, level, age and what is said of it must agree. Two denials
// and a denial beside a doubt have rules of their own. It compares; grouping and settling are done in merge.ts.

import { isVertebral } from '@breekpunt/core';
import { areaOf, precisionOf, sitesCompatible } from './bone-parts.ts';
import type { Mention } from './mention.ts';

export function sameFracture(a: Mention, b: Mention): boolean {
  if (a.experiencer !== b.experiencer) return false;
  if (a.headStart === b.headStart && a.headEnd === b.headEnd) return false;
  if (!sitesCompatible(a.site, b.site) && !treats(a, b)) return false;
  if (a.site !== b.site && (isPlainShaft(a) || isPlainShaft(b))) return false;
  if (a.side !== null && b.side !== null && a.side !== b.side) return false;
  if (a.levels.length > 0 && b.levels.length > 0) {
    if (!a.levels.some((level) => b.levels.includes(level))) return false;
    if (a.levels.length !== b.levels.length && !subset(a.levels, b.levels) && !subset(b.levels, a.levels))
      return false;
  }
  const denied = (a.presence === 'absent' ? 1 : 0) + (b.presence === 'absent' ? 1 : 0);
  if (denied === 2) return sameDenial(a, b);
  if (denied === 1) return settlesEachOther(a, b);
  if (a.year !== null && b.year !== null && a.year !== b.year) return false;
  if (isOld(a) !== isOld(b) && a.timeStated && b.timeStated && !treats(a, b) && !describes(a, b))
    return false;
  if (suspectedBeside(a, b) || suspectedBeside(b, a)) return false;
  if (isOld(a) !== isOld(b) && (a.site === 'unspecified' || b.site === 'unspecified')) return false;
  if ((a.section === 'history') !== (b.section === 'history') && isOld(a) !== isOld(b)) return false;
  if (a.site === 'unspecified' && b.site === 'unspecified') return true;
  return true;
}

/** "Previous vertebral # L2 2019. Likely further collapse": what is suspected now is not the one known from before. */
function suspectedBeside(suspected: Mention, known: Mention): boolean {
  return (
    suspected.presence === 'possible' &&
    suspected.levels.length === 0 &&
    !isOld(suspected) &&
    known.presence === 'present' &&
    (known.year !== null || (known.timeStated && suspected.timeStated)) &&
    isOld(known)
  );
}

/** A named femoral shaft is no hip; only the bare word femur may be either. */
function isPlainShaft(mention: Mention): boolean {
  return mention.site === 'femur.shaft' && !mention.place.vague;
}

/** A nail or cement treats the named fracture of its area rather than a second one. */
function treats(a: Mention, b: Mention): boolean {
  if (a.presence !== 'present' || b.presence !== 'present') return false;
  return (
    (a.kind === 'treated-fracture') !== (b.kind === 'treated-fracture') && areaOf(a.site) === areaOf(b.site)
  );
}

/** "Deformities of L1 and L3 of doubtful acuity; favor chronic compression fractures": a shape, then what it is. */
function describes(shape: Mention, fracture: Mention): boolean {
  return (
    shape.shapeOnly &&
    shape.time === 'undetermined' &&
    fracture.sentence.index === shape.sentence.index &&
    (fracture.levels.length === 0 || fracture.levels.join() === shape.levels.join())
  );
}

function isOld(mention: Mention): boolean {
  return mention.time === 'old';
}

function subset(a: readonly string[], b: readonly string[]): boolean {
  return a.every((level) => b.includes(level));
}

function sameDenial(a: Mention, b: Mention): boolean {
  if (a.ofHistory !== b.ofHistory) return false;
  const vague = (a.site === 'unspecified') !== (b.site === 'unspecified');
  if (vague && a.section !== 'conclusion' && b.section !== 'conclusion') return false;
  if (a.absentScope !== b.absentScope) return a.site === b.site && a.side === b.side;
  if (a.site === b.site) return true;
  return precisionOf(a.site) === 0 || precisionOf(b.site) === 0 || sitesCompatible(a.site, b.site);
}

/**
 * A denial and a doubt about the same bone settle into the later or more careful one ("geen zekere
 * fractuurlijn … occulte fractuur niet uit te sluiten"). A denial of new fractures leaves old ones alone, and
 * a general denial leaves a named fracture alone.
 */
function settlesEachOther(a: Mention, b: Mention): boolean {
  const absent = a.presence === 'absent' ? a : b;
  const other = absent === a ? b : a;
  if (absent.absentScope !== 'any' && (other.time === 'old' || other.presence === 'present')) return false;
  if (other.time === 'old' && other.timeStated) return false;
  // "Peroperatief geen fractuur": says nothing of the fracture that was operated on.
  if (
    absent.flags.has('periprosthetic') !== other.flags.has('periprosthetic') &&
    other.presence === 'present'
  )
    return false;
  if (other.presence === 'present') {
    if (other.section === 'request' && absent.section !== 'request' && other.year === null) return true;
    // "Corticalis van het os ilium onderbroken; geen fractuur van het os ilium": a sign gives way to the word.
    if (isSign(other) && deniesSign(absent, other)) return true;
    const bothPrecise = precisionOf(absent.site) === 2 && absent.site === other.site;
    if (laterExamination(absent, other)) return true;
    const sameLevels = absent.levels.length > 0 && other.levels.length > 0;
    if (absent.site.startsWith('vertebra')) return sameLevels;
    if (bothPrecise && other.section === 'conclusion' && absent.section !== 'conclusion') return true;
    return bothPrecise && absent.section === 'conclusion' && other.section !== 'conclusion';
  }
  if (precisionOf(absent.site) > precisionOf(other.site)) return false;
  if (precisionOf(absent.site) === 2 && absent.site !== other.site) return false;
  return Math.abs(absent.sentence.index - other.sentence.index) <= 6;
}

/** Said by a sign (a cortical step, an avulsed piece) or a bare shape, with no word for a fracture. */
export function isSign(mention: Mention): boolean {
  return (
    mention.shapeOnly ||
    mention.row.shape === true ||
    (mention.row.needs === 'bone' && mention.row.plain !== true && mention.row.kind === 'fracture')
  );
}

function deniesSign(denial: Mention, sign: Mention): boolean {
  return (
    denial.site === sign.site &&
    !isVertebral(denial.site) &&
    denial.row.needs === 'nothing' &&
    denial.place.from === 'phrase' &&
    denial.sentence.index >= sign.sentence.index
  );
}

/** Denied on the first film, seen on the later scan: one fracture. */
function laterExamination(absent: Mention, other: Mention): boolean {
  return (
    absent.place.from === 'context' &&
    absent.site !== 'unspecified' &&
    absent.sentence.index < other.sentence.index &&
    absent.sentence.examination !== other.sentence.examination &&
    precisionOf(absent.site) <= precisionOf(other.site) &&
    other.section !== 'history'
  );
}
