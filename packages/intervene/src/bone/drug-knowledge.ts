// What knowledge holds of each drug on a day: dose, limits, and the facts that stop or delay it. Decision: a drug
// without an entry of some kind has none of that kind (no limit of the kidney, nothing to settle first), and the list of
// drugs is ours, so that a misspelt file is never a missing contraindication: the tests count the entries.

import { type CalendarDate, type Result, success } from '@breekpunt/core';
import type { Knowledge, NoValueInForce, ParameterValue } from '@breekpunt/knowledge';
import { type MedicalFact, medicalFacts } from './bone-patient.ts';
import { type Drug, drugs } from './drug.ts';

/** Facts that are worked out from other answers, beside those that are asked as such. */
export const derivedFacts = ['low-calcium', 'high-calcium', 'low-vitamin-d', 'not-postmenopausal'] as const;
export type DrugFact = MedicalFact | (typeof derivedFacts)[number];

export interface Dose {
  readonly amount: number;
  readonly unit: string;
  /** by-mouth, infusion or injection. */
  readonly way: string;
  /** daily, weekly, monthly, six-monthly or yearly. */
  readonly rhythm: string;
}

export interface DrugKnowledge {
  readonly dose: Dose;
  /** Longest course in months; null when the text names none. */
  readonly courseMonths: number | null;
  /** Months between two doses, where a missed one needs a date. */
  readonly intervalMonths: number | null;
  /** Months after which the Netherlands judge again. */
  readonly dutchMonths: number | null;
  readonly pauseMonths: number | null;
  /** Least creatinine clearance, mL/min. */
  readonly clearanceFrom: number | null;
  readonly clearanceWatchBelow: number | null;
  readonly blockedBy: readonly DrugFact[];
  readonly firstSettle: readonly DrugFact[];
  readonly careWith: readonly DrugFact[];
}

export type DrugTable = Readonly<Record<Drug, DrugKnowledge>>;

export function drugTableOn(knowledge: Knowledge, on: CalendarDate): Result<DrugTable, NoValueInForce> {
  const table: Partial<Record<Drug, DrugKnowledge>> = {};
  for (const drug of drugs) {
    const read = drugOn(knowledge, drug, on);
    if (!read.ok) return read;
    table[drug] = read.value;
  }
  return success(table as DrugTable);
}

/** The parameters of a drug by what they say; an absent one was never written for this drug. */
function entriesOn(
  knowledge: Knowledge,
  drug: Drug,
  on: CalendarDate,
): Result<Readonly<Partial<Record<string, ParameterValue>>>, NoValueInForce> {
  const entries: Partial<Record<string, ParameterValue>> = {};
  for (const [name, id] of Object.entries(parameterIds(drug))) {
    if (knowledge.parameters[id] === undefined) continue;
    const found = knowledge.parameterOn(id, on);
    if (!found.ok) return found;
    entries[name] = found.value.value;
  }
  return success(entries);
}

function parameterIds(drug: Drug): Readonly<Record<keyof DrugKnowledge, string>> {
  const own = (name: string): string => `drugs.${drug}-${name}`;
  return {
    dose: own('dose'),
    courseMonths: own('course'),
    intervalMonths: own('interval'),
    clearanceFrom: own('clearance-from'),
    clearanceWatchBelow: own('clearance-watch-below'),
    blockedBy: own('blocked-by'),
    firstSettle: own('first-settle'),
    careWith: own('care-with'),
    dutchMonths: `follow-up.nl-${drug}-months`,
    pauseMonths: `follow-up.nogg-pause-${drug}-months`,
  };
}

function drugOn(knowledge: Knowledge, drug: Drug, on: CalendarDate): Result<DrugKnowledge, NoValueInForce> {
  const read = entriesOn(knowledge, drug, on);
  if (!read.ok) return read;
  const entries = read.value;
  const [amount, unit, way, rhythm] = listOf(entries['dose']);
  return success({
    dose: { amount: Number(amount), unit: String(unit), way: String(way), rhythm: String(rhythm) },
    courseMonths: numberOf(entries['courseMonths']),
    intervalMonths: numberOf(entries['intervalMonths']),
    dutchMonths: numberOf(entries['dutchMonths']),
    pauseMonths: numberOf(entries['pauseMonths']),
    clearanceFrom: numberOf(entries['clearanceFrom']),
    clearanceWatchBelow: numberOf(entries['clearanceWatchBelow']),
    blockedBy: factsOf(entries['blockedBy']),
    firstSettle: factsOf(entries['firstSettle']),
    careWith: factsOf(entries['careWith']),
  });
}

function numberOf(value: ParameterValue | undefined): number | null {
  if (value === undefined) return null;
  if (typeof value !== 'number') throw new Error('A limit or duration of a drug is not a number');
  return value;
}

function listOf(value: ParameterValue | undefined): readonly (number | string)[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [value];
}

/** A word we do not know is a mistake in our own knowledge: it would be a contraindication nobody asks about. */
function factsOf(value: ParameterValue | undefined): readonly DrugFact[] {
  return listOf(value).map((word) => {
    const fact = [...medicalFacts, ...derivedFacts].find((each) => each === word);
    if (fact === undefined) throw new Error(`"${word}" is no fact that a drug can depend on`);
    return fact;
  });
}
