// What a model asks: a number within limits, one of some words, or yes, no and not recorded.

import type { ModelInput } from '../src/clinical-model.ts';
import type { FieldReader } from './field-reader.ts';
import { type ModelParts, numberIn, recordOf } from './model-parts.ts';

export function readInputs({ fields }: ModelParts): Record<string, ModelInput> {
  return recordOf(fields, 'inputs', (row) => {
    const meaning = row.text('meaning');
    const input = row.has('words') ? readWords(row) : row.has('answer') ? readAnswer(row) : readNumber(row);
    row.done();
    return meaning === undefined || input === undefined ? undefined : ({ ...input, meaning } as ModelInput);
  });
}

function readWords(row: FieldReader): { kind: 'word'; words: string[] } | undefined {
  const words = row.list('words').filter((word): word is string => typeof word === 'string');
  if (words.length === row.list('words').length && words.length > 1) return { kind: 'word', words };
  row.problem('words', 'expected two words or more; write numbers in quotes');
  return undefined;
}

function readAnswer(row: FieldReader): { kind: 'answer' } | undefined {
  if (row.yesNo('answer', false)) return { kind: 'answer' };
  row.problem('answer', 'expected "answer: yes", or a number or words instead');
  return undefined;
}

function readNumber(
  row: FieldReader,
): { kind: 'number'; unit: string; least: number; most: number; whole: boolean } | undefined {
  const unit = row.text('unit');
  const least = numberIn(row, 'least');
  const most = numberIn(row, 'most');
  const whole = row.yesNo('whole', false);
  if (unit === undefined || least === undefined || most === undefined) return undefined;
  if (least >= most) row.problem('most', 'expected more than "least"');
  return { kind: 'number', unit, least, most, whole };
}
