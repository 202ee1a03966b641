// Numbers with a unit that must not be mixed up: a height loss of 4 is mm in one rule, cm in another and percent
// in a third. Decision: one brand per unit, made only through a range check. Reading numbers from text is not done here.

import { failure, type Result, success } from './result.ts';

declare const unit: unique symbol;

/** A share of a whole, 0 to 100. */
export type Percent = number & { readonly [unit]: 'percent' };
/** Body length and height loss, in centimetres. */
export type Centimetres = number & { readonly [unit]: 'cm' };
/** Vertebral heights and their loss, in millimetres. */
export type Millimetres = number & { readonly [unit]: 'mm' };

export interface QuantityError {
  readonly kind: 'not-a-quantity' | 'out-of-range';
  readonly expected: string;
}

export function percent(value: number): Result<Percent, QuantityError> {
  return within(value, 0, 100, 'a percentage from 0 to 100') as Result<Percent, QuantityError>;
}

export function centimetres(value: number): Result<Centimetres, QuantityError> {
  return within(value, 0, 300, 'a length from 0 to 300 cm') as Result<Centimetres, QuantityError>;
}

export function millimetres(value: number): Result<Millimetres, QuantityError> {
  return within(value, 0, 3000, 'a length from 0 to 3000 mm') as Result<Millimetres, QuantityError>;
}

export function millimetresFrom(length: Centimetres): Millimetres {
  return (length * 10) as Millimetres;
}

export function centimetresFrom(length: Millimetres): Centimetres {
  return (length / 10) as Centimetres;
}

function within(value: number, least: number, most: number, expected: string): Result<number, QuantityError> {
  if (!Number.isFinite(value)) return failure({ kind: 'not-a-quantity', expected });
  if (value < least || value > most) return failure({ kind: 'out-of-range', expected });
  return success(value);
}
