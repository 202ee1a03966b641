// Every step of the editor, as mouse, touch and keyboard make it.

import { expect, test } from 'vitest';
import {
  type EditorState,
  editorFrom,
  readingsFrom,
  type Step,
  stepped,
  vertebraOf,
} from './editor-state.ts';

const levels = ['T4', 'T5', 'L1'];
const image = { width: 400, height: 800, readings: [] } as unknown as Parameters<typeof editorFrom>[0];
const begin = editorFrom(image, levels);
const after = (...steps: readonly Step[]): EditorState => steps.reduce(stepped, begin);
const put = (x: number, y: number): Step => ({ kind: 'put', at: { x, y } });
const six = [put(10, 10), put(20, 10), put(30, 10), put(10, 40), put(20, 40), put(30, 40)];

test('six taps set six points, one after the other, and make the vertebra readable', () => {
  const state = after(...six);
  expect(vertebraOf(state).points).toEqual(six.map((step) => (step.kind === 'put' ? step.at : null)));
  expect(vertebraOf(state).readable).toBe('yes');
});

test('a point is chosen by one tap and moved by the next', () => {
  const state = after(...six, { kind: 'place', place: 1 }, put(22, 12));
  expect(vertebraOf(state).points[1]).toEqual({ x: 22, y: 12 });
  expect(state.place).toBe(1);
});

test('arrows move the cross until a point is set, and then the chosen point', () => {
  const moved = after({ kind: 'arrow', dx: 1, dy: 0 }, { kind: 'arrow', dx: 0, dy: 10 });
  expect(moved.cursor).toEqual({ x: 201, y: 210 });
  expect(vertebraOf(moved).points.every((point) => point === null)).toBe(true);
  const set = after(...six, { kind: 'place', place: 0 }, { kind: 'arrow', dx: -10, dy: 0 });
  expect(vertebraOf(set).points[0]).toEqual({ x: 0, y: 10 });
});

test('no point leaves the image', () => {
  const state = after(put(-50, 900));
  expect(vertebraOf(state).points[0]).toEqual({ x: 0, y: 800 });
});

test('what cannot be read has no points and no grade', () => {
  const state = after(
    ...six,
    { kind: 'seen', seen: { grade: 2, shape: 'wedge' } },
    { kind: 'readable', readable: 'no' },
  );
  expect(vertebraOf(state)).toMatchObject({ readable: 'no', seen: null });
  expect(vertebraOf(state).points.every((point) => point === null)).toBe(true);
});

test('each step can be taken back, and a whole drag is one step', () => {
  const dragged = after(
    ...six,
    { kind: 'place', place: 0 },
    { kind: 'drag', at: { x: 11, y: 11 }, begins: true },
    { kind: 'drag', at: { x: 15, y: 15 }, begins: false },
  );
  expect(vertebraOf(dragged).points[0]).toEqual({ x: 15, y: 15 });
  const back = stepped(dragged, { kind: 'undo' });
  expect(vertebraOf(back).points[0]).toEqual({ x: 10, y: 10 });
  const nothing = Array.from({ length: 20 }).reduce<EditorState>(
    (state) => stepped(state, { kind: 'undo' }),
    back,
  );
  expect(nothing.vertebrae).toEqual({});
});

test('going to another vertebra begins with its first missing point', () => {
  const state = after(put(1, 1), { kind: 'level', level: 'T5' }, put(2, 2), { kind: 'level', level: 'T4' });
  expect([state.level, state.place]).toEqual(['T4', 1]);
});

test('only what somebody said is kept, unfinished points included', () => {
  const state = after(put(1, 1), { kind: 'level', level: 'L1' }, { kind: 'readable', readable: 'no' });
  expect(readingsFrom(state, levels)).toEqual([
    {
      level: 'T4',
      readable: 'yes',
      seen: null,
      points: [{ x: 1, y: 1 }, null, null, null, null, null],
    },
    { level: 'L1', readable: 'no', seen: null, points: null },
  ]);
});
