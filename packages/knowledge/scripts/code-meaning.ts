// Reads what a code states: `means: {kind, site, side, levels, time, encounter, flags}`, each in known words.

import { fractureSites, isVertebral, type Side, vertebralLevels } from '@breekpunt/core';
import { type CodeMeaning, codeEncounters, codeFlags, codeKinds, codeTimes } from '../src/code-value-set.ts';
import type { FieldReader } from './field-reader.ts';

const sides: readonly Side[] = ['left', 'right', 'both'];

/** A modifier's meaning is partial: it need not say what kind of thing is coded. */
export function readCodeMeaning(
  row: FieldReader,
  extent: 'whole' | 'partial' = 'whole',
): Partial<CodeMeaning> {
  const means = row.inside('means');
  if (means === undefined) return {};
  const kind = extent === 'whole' ? means.word('kind', codeKinds) : means.optionalWord('kind', codeKinds);
  const site = means.optionalWord('site', fractureSites);
  const side = means.optionalWord('side', sides);
  const time = means.optionalWord('time', codeTimes);
  const encounter = means.optionalWord('encounter', codeEncounters);
  const levels = means.has('levels') ? words(means, 'levels', vertebralLevels) : undefined;
  const flags = means.has('flags') ? words(means, 'flags', codeFlags) : undefined;
  if (levels !== undefined && site !== undefined && !isVertebral(site)) {
    means.problem('levels', `${site} has no vertebral levels`);
  }
  means.done();
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(site === undefined ? {} : { site }),
    ...(side === undefined ? {} : { side }),
    ...(levels === undefined ? {} : { levels }),
    ...(time === undefined ? {} : { time }),
    ...(encounter === undefined ? {} : { encounter }),
    ...(flags === undefined ? {} : { flags }),
  };
}

function words<W extends string>(fields: FieldReader, key: string, known: readonly W[]): W[] {
  return fields.list(key).flatMap((given) => {
    const word = known.find((each) => each === given);
    if (word === undefined) fields.problem(key, `expected ${known.join(', ')}; came "${String(given)}"`);
    return word === undefined ? [] : [word];
  });
}
