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

const forEver = 'setInterval(() => undefined, 1_000)';

test('a step that does not end is ended at its limit, and says so', async () => {
  const step: Step = { name: 'hangs', command: [process.execPath, '-e', forEver] };
  const [result] = await runSteps([step], 1, () => {}, { limitMs: 1_000 });
  expect(result).toMatchObject({ passed: false, cutShort: 'ended at its limit of 1 s' });
  expect(result?.output).toContain('ended at its limit of 1 s');
});

test('what a step started is ended with it, and what both had said is kept', async () => {
  const stop = new AbortController();
  // The child tells when it is there, and again when it is asked to end.
  process.once('SIGUSR2', () => stop.abort('stopped'));
  const child = `process.on('SIGTERM', () => { console.log('ended too'); process.exit(); });
    console.log('begun'); process.kill(${process.pid}, 'SIGUSR2'); ${forEver}`;
  const step: Step = {
    name: 'has a child',
    command: ['sh', '-c', '"$0" -e "$1" & wait', process.execPath, child],
  };
  const [result] = await runSteps([step], 1, () => {}, { stop: stop.signal });
  expect(result?.output).toMatch(/^begun\n(?:.*\n)*ended too\nstopped\n$/);
});

test('told to stop from outside, the step that runs ends, the next one does not begin, and both are told', async () => {
  const stop = new AbortController();
  const hangs: Step = { name: 'hangs', command: [process.execPath, '-e', forEver] };
  const first = says('first', 0);
  const results = await runSteps(
    [first, hangs, says('never', 0)],
    1,
    ({ step }) => {
      if (step === first) setImmediate(() => stop.abort('stopped from outside, by SIGTERM'));
    },
    { stop: stop.signal },
  );
  expect(results.map(({ step, passed, cutShort }) => [step.name, passed, cutShort])).toEqual([
    ['first', true, null],
    ['hangs', false, 'stopped from outside, by SIGTERM'],
    ['never', false, 'stopped from outside, by SIGTERM'],
  ]);
});
