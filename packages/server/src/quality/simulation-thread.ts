// The thread in which a "what if" is worked out, so that the server goes on answering. It is given the question, tells its progress
// in percent, and ends with the answer.

import { parentPort, workerData } from 'node:worker_threads';
import { type CalendarDate, knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import {
  type Cascade,
  type MixCell,
  type SimulationParameters,
  simulationParametersOn,
  validate,
  whatIf,
} from '@breekpunt/quality';

/** What the thread is asked. */
export interface ThreadQuestion {
  readonly country: 'BE' | 'NL';
  readonly on: CalendarDate;
  readonly mix: readonly MixCell[];
  readonly patientsPerYear: number;
  readonly now: Cascade;
  readonly plan: Cascade;
  /** Amounts in EUR that the hospital put in place of ours. */
  readonly costs: Readonly<Partial<Record<'medicine-cost' | 'scan-cost' | 'nurse-hour-cost', number>>>;
}

const draws = 100;
const patients = 10_000;
const checkedPatients = 40_000;
const seed = 20_261_122;

function answer(question: ThreadQuestion): void {
  const knowledge = loadKnowledge();
  const on = knownDate(question.on);
  const published = simulationParametersOn(knowledge, on, question.country);
  const parameters = withCosts(published, question.costs);
  const { mix, patientsPerYear, now, plan } = question;
  const running = whatIf({ parameters, mix, patientsPerYear, now, plan, draws, patients, seed });
  let step = running.next();
  for (let told = 0; step.done !== true; step = running.next()) {
    const percent = Math.floor((99 * step.value.done) / step.value.of);
    if (percent >= told + 5) {
      told = percent;
      parentPort?.postMessage({ percent });
    }
  }
  const checks = validate({ knowledge, parameters: published, on, patients: checkedPatients, seed });
  parentPort?.postMessage({ percent: 100, result: { ...step.value, checks } });
}

function withCosts(parameters: SimulationParameters, costs: ThreadQuestion['costs']): SimulationParameters {
  const own = Object.fromEntries(Object.entries(costs).map(([name, value]) => [name, [value]]));
  return { ...parameters, values: { ...parameters.values, ...own } };
}

answer(workerData as ThreadQuestion);
