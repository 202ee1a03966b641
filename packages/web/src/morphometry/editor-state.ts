// The state of the editor and every step that changes it, without anything of a screen: which vertebra, which of its six
// points comes next, where the cross stands, what was answered. Decision: mouse, touch and keyboard make the same steps, so
// that none of them can do less than another.

import type { SpineImages } from '@breekpunt/server';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Seen = {
  /** A half is a suspicion. */
  readonly grade: 0 | 0.5 | 1 | 2 | 3;
  readonly shape: 'normal' | 'wedge' | 'biconcave' | 'crush' | null;
};

export interface Vertebra {
  readonly readable: 'yes' | 'no' | 'not-recorded';
  readonly seen: Seen | null;
  /** Upper front, middle, back; lower front, middle, back. */
  readonly points: readonly (Point | null)[];
}

export interface EditorState {
  readonly size: { readonly width: number; readonly height: number };
  readonly vertebrae: Readonly<Record<string, Vertebra>>;
  readonly level: string;
  /** The point that is set or moved next, 0 to 5. */
  readonly place: number;
  /** Where the keyboard points. */
  readonly cursor: Point;
  readonly past: readonly Readonly<Record<string, Vertebra>>[];
}

export type Step =
  | { readonly kind: 'level'; readonly level: string }
  | { readonly kind: 'place'; readonly place: number }
  /** Sets the next point, or moves the chosen one, to a place on the image. */
  | { readonly kind: 'put'; readonly at: Point }
  /** The same while a point is dragged: one step back undoes the whole drag. */
  | { readonly kind: 'drag'; readonly at: Point; readonly begins: boolean }
  | { readonly kind: 'arrow'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'clear-point' }
  | { readonly kind: 'clear-vertebra' }
  | { readonly kind: 'readable'; readonly readable: Vertebra['readable'] }
  | { readonly kind: 'seen'; readonly seen: Seen | null }
  | { readonly kind: 'undo' };

const noPoints: readonly null[] = [null, null, null, null, null, null];
const emptyVertebra: Vertebra = { readable: 'not-recorded', seen: null, points: noPoints };
const mostPast = 100;

type Image = SpineImages['images'][number];

export function editorFrom(image: Image, levels: readonly string[]): EditorState {
  const { width, height } = image;
  const level = levels[0] ?? '';
  const vertebrae = Object.fromEntries(
    image.readings.map(({ level: of, readable, seen, points }) => [
      of,
      { readable, seen, points: points ?? noPoints },
    ]),
  );
  const first = vertebrae[level]?.points.indexOf(null) ?? 0;
  return {
    size: { width, height },
    vertebrae,
    level,
    place: Math.max(0, first),
    cursor: { x: Math.round(width / 2), y: Math.round(height / 4) },
    past: [],
  };
}

export function vertebraOf(state: EditorState, level: string = state.level): Vertebra {
  return state.vertebrae[level] ?? emptyVertebra;
}

export function stepped(state: EditorState, step: Step): EditorState {
  switch (step.kind) {
    case 'level':
      return { ...state, level: step.level, place: nextPlace(vertebraOf(state, step.level), 0) };
    case 'place': {
      const chosen = vertebraOf(state).points[step.place] ?? null;
      return { ...state, place: step.place, cursor: chosen ?? state.cursor };
    }
    case 'put':
      return put(state, inside(step.at, state), true);
    case 'drag':
      return put(state, inside(step.at, state), step.begins);
    case 'arrow':
      return arrow(state, step.dx, step.dy);
    case 'clear-point':
      return changed(state, { points: replaced(vertebraOf(state).points, state.place, null) });
    case 'clear-vertebra':
      return { ...changed(state, { points: noPoints }), place: 0 };
    case 'readable':
      return step.readable === 'no'
        ? { ...changed(state, { readable: 'no', seen: null, points: noPoints }), place: 0 }
        : changed(state, { readable: step.readable });
    case 'seen':
      return changed(state, step.seen === null ? { seen: null } : { seen: step.seen, readable: 'yes' });
    default: {
      const before = state.past.at(-1);
      return before === undefined ? state : { ...state, vertebrae: before, past: state.past.slice(0, -1) };
    }
  }
}

/** Setting a first point goes on to the next that is missing; moving one stays with it. */
function put(state: EditorState, at: Point, remembers: boolean): EditorState {
  const { points } = vertebraOf(state);
  const isNew = (points[state.place] ?? null) === null;
  const next = changed(state, { points: replaced(points, state.place, at), readable: 'yes' }, remembers);
  return { ...next, cursor: at, place: isNew ? nextPlace(vertebraOf(next), state.place) : state.place };
}

/** Moves the chosen point when it is set, and otherwise the cross that will set it. */
function arrow(state: EditorState, dx: number, dy: number): EditorState {
  const chosen = vertebraOf(state).points[state.place] ?? null;
  const from = chosen ?? state.cursor;
  const to = inside({ x: from.x + dx, y: from.y + dy }, state);
  return chosen === null ? { ...state, cursor: to } : put(state, to, true);
}

function changed(state: EditorState, change: Partial<Vertebra>, remembers = true): EditorState {
  const { vertebrae, level, past } = state;
  return {
    ...state,
    vertebrae: { ...vertebrae, [level]: { ...vertebraOf(state), ...change } },
    past: remembers ? [...past.slice(1 - mostPast), vertebrae] : past,
  };
}

/** The first point that is missing from here on, else the one that was set last. */
function nextPlace({ points }: Vertebra, from: number): number {
  const later = points.findIndex((point, at) => at >= from && point === null);
  const any = points.indexOf(null);
  if (later !== -1) return later;
  return any === -1 ? Math.max(from, 0) : any;
}

function replaced(
  points: readonly (Point | null)[],
  place: number,
  point: Point | null,
): readonly (Point | null)[] {
  return points.map((each, at) => (at === place ? point : each));
}

/** On the image, to a tenth of a pixel. */
function inside({ x, y }: Point, { size }: EditorState): Point {
  const within = (value: number, most: number): number =>
    Math.round(Math.min(Math.max(value, 0), most) * 10) / 10;
  return { x: within(x, size.width), y: within(y, size.height) };
}

/** What there is to keep: levels about which something was said. */
export function readingsFrom({ vertebrae }: EditorState, levels: readonly string[]): readonly Reading[] {
  return levels.flatMap((level) => {
    const own = vertebrae[level];
    if (own === undefined) return [];
    const points = own.points.some((point) => point !== null) ? own.points : null;
    if (points === null && own.seen === null && own.readable === 'not-recorded') return [];
    return [{ level, readable: own.readable, seen: own.seen, points }];
  });
}

export interface Reading {
  readonly level: string;
  readonly readable: Vertebra['readable'];
  readonly seen: Seen | null;
  readonly points: readonly (Point | null)[] | null;
}
