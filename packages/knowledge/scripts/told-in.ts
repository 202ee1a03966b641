// One English text of the knowledge in Dutch and French, as its file has them. Decision: every number of the English stands in
// both, so that a limit that moves cannot live on in a translation; and both end as the English ends.

import type { DutchAndFrench } from '../src/dutch-and-french.ts';
import type { FieldReader } from './field-reader.ts';

/** Undefined when one of them lacks; every fault is told to the reader of the fields. */
export function toldIn(fields: FieldReader, english: string): DutchAndFrench | undefined {
  const [nl, fr] = [told(fields, 'nl', english), told(fields, 'fr', english)];
  fields.done();
  return nl === undefined || fr === undefined ? undefined : { nl, fr };
}

function told(fields: FieldReader, language: 'nl' | 'fr', english: string): string | undefined {
  const said = fields.text(language);
  if (said === undefined) return undefined;
  for (const message of faults(said, english)) fields.problem(language, message);
  return said;
}

function faults(said: string, english: string): readonly string[] {
  const [here, there] = [numbersIn(said), numbersIn(english)];
  const stops = english.endsWith('.');
  return [
    ...(said === english && said.includes(' ') ? ['is the English sentence'] : []),
    ...(said.endsWith('.') === stops ? [] : [stops ? 'ends without a full stop' : 'ends with a full stop']),
    ...(said.includes("'") ? ['has a straight apostrophe; write ’'] : []),
    ...(/(?<![\w-])-\d/.test(said) ? ['has a hyphen before a number; write −'] : []),
    ...(/\d\.\d/.test(said) ? ['has a decimal point; write a comma'] : []),
    ...(here.join() === there.join()
      ? []
      : [`has the numbers ${list(here)}, where the English sentence has ${list(there)}`]),
  ];
}

/** Sorted, with a point and a plain minus; names such as L4 or RB2 keep their number. */
function numbersIn(text: string): readonly string[] {
  const plain = text.replaceAll('−', '-').replaceAll(/(\d),(\d)/g, '$1.$2');
  return (plain.match(/-?\d+(?:\.\d+)?/g) ?? []).toSorted((a, b) => a.localeCompare(b));
}

function list(numbers: readonly string[]): string {
  return numbers.length === 0 ? 'none' : numbers.join(', ');
}
