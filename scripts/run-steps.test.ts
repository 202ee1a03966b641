import { expect, test } from 'vitest';
import { runSteps, type Step } from './run-steps.ts';

const says = (name: string, code: number): Step => ({
  name,
  command: [process.execPath, '-e', `console.log(${JSON.stringify(name)}); process.exitCode = ${code}`],
});

test('a failing step does not keep the steps after it from running', async () => {
  const results = await runSteps([says('first', 1), says('second', 0), says('third', 3)], 1, () => {});
  expect(results.map(({ step, passed }) => [step.name, passed])).toEqual([
    ['first', false],
    ['second', true],
    ['third', false],
  ]);
});

test('results keep the order of the steps, whichever ends first, each with its own output', async () => {
  const ended: string[] = [];
  const slow: Step = {
    name: 'slow',
    command: [process.execPath, '-e', 'setTimeout(() => console.log("late"), 300)'],
  };
  const results = await runSteps([slow, says('quick', 0)], 2, ({ step }) => ended.push(step.name));
  expect(results.map(({ output }) => output.trim())).toEqual(['late', 'quick']);
  expect(ended.toSorted()).toEqual(['quick', 'slow']);
});

test('a program that does not exist is a failed step with a reason', async () => {
  const [result] = await runSteps([{ name: 'missing', command: ['no-such-program-here'] }], 2, () => {});
  expect(result?.passed).toBe(false);
  expect(result?.output).toContain('Cannot start no-such-program-here');
});
