// The image with its points. A tap sets the next point, a point is dragged or chosen and moved by a second tap; the keyboard
// does the same with a cross. Decision: everything is drawn in pixels of the image, so that zoom changes what is seen and
// never what is measured.

import type { MeasuredImage } from '@breekpunt/server';
import {
  type Dispatch,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  useEffect,
  useId,
  useRef,
} from 'react';
import { type EditorState, type Point, type Step, vertebraOf } from './editor-state.ts';
import { type GreyImage, type GreyWindow, paintGrey } from './grey-image.ts';
import { gradeShort, levelName, measuredOf, pointsSet } from './measured-words.ts';
import { useMorphometryWords } from './use-morphometry-words.ts';

interface PointEditorProps {
  readonly state: EditorState;
  readonly step: Dispatch<Step>;
  readonly levels: readonly string[];
  readonly image: GreyImage;
  readonly window: GreyWindow;
  /** Screen pixels for each pixel of the image. */
  readonly scale: number;
  readonly measured: MeasuredImage | null;
  zoom(factor: number): void;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function PointEditor(props: PointEditorProps): ReactElement {
  const { state, step, levels, image, window, scale, measured, zoom } = props;
  const say = useMorphometryWords();
  const help = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const dragging = useRef<'no' | 'begun' | 'moved'>('no');
  useEffect(() => {
    if (canvas.current !== null) paintGrey(canvas.current, image, window);
  }, [image, window]);

  const placeOf = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point => {
    const rect = drawing.current?.getBoundingClientRect();
    if (rect === undefined) return state.cursor;
    return {
      x: ((clientX - rect.left) / rect.width) * image.width,
      y: ((clientY - rect.top) / rect.height) * image.height,
    };
  };
  const grab = (place: number) => (event: PointerEvent<SVGElement>) => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    dragging.current = 'begun';
    step({ kind: 'place', place });
  };
  const drag = (event: PointerEvent<SVGElement>): void => {
    if (dragging.current === 'no') return;
    step({ kind: 'drag', at: placeOf(event), begins: dragging.current === 'begun' });
    dragging.current = 'moved';
  };
  const drop = (): void => {
    dragging.current = 'no';
  };
  /** Brings the cross back into sight; only the keyboard can lose it. */
  const follow = (at: Point): void => {
    const element = box.current;
    if (element === null) return;
    const [x, y, edge] = [at.x * scale, at.y * scale, 60];
    if (x < element.scrollLeft + edge) element.scrollLeft = x - edge;
    if (x > element.scrollLeft + element.clientWidth - edge)
      element.scrollLeft = x - element.clientWidth + edge;
    if (y < element.scrollTop + edge) element.scrollTop = y - edge;
    if (y > element.scrollTop + element.clientHeight - edge)
      element.scrollTop = y - element.clientHeight + edge;
  };
  const keyed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey) {
      if (event.key !== 'z') return;
      step({ kind: 'undo' });
    } else if (event.key in arrows) {
      const [dx = 0, dy = 0] = arrows[event.key] ?? [];
      const far = event.shiftKey ? 10 : 1;
      step({ kind: 'arrow', dx: dx * far, dy: dy * far });
      const from = vertebraOf(state).points[state.place] ?? state.cursor;
      follow({ x: from.x + dx * far, y: from.y + dy * far });
    } else if (event.key === 'Enter' || event.key === ' ') step({ kind: 'put', at: state.cursor });
    else if (event.key === 'Delete' || event.key === 'Backspace') step({ kind: 'clear-point' });
    else if (/^Digit[1-6]$/.test(event.code)) step({ kind: 'place', place: Number(event.code.at(-1)) - 1 });
    else if (event.key === 'PageDown' || event.key === 'PageUp') {
      const next = levels[levels.indexOf(state.level) + (event.key === 'PageDown' ? 1 : -1)];
      if (next !== undefined) step({ kind: 'level', level: next });
    } else if (event.key === '+' || event.key === '=') zoom(1.25);
    else if (event.key === '-') zoom(0.8);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const own = vertebraOf(state);
  const cross = own.points[state.place] ?? state.cursor;
  const size = (screen: number): number => screen / scale;
  return (
    <div className="point-editor">
      <p id={help} className="small muted">
        {say('help')}
      </p>
      <div
        className="image-box"
        ref={box}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keys itself
        tabIndex={0}
        aria-label={say('image.label', { level: levelName(state.level, say.language) })}
        aria-describedby={help}
        onKeyDown={keyed}
      >
        <div
          className="image-sheet"
          style={{ width: `${image.width * scale}px`, height: `${image.height * scale}px` }}
        >
          <canvas ref={canvas} />
          <svg
            ref={drawing}
            viewBox={`0 0 ${image.width} ${image.height}`}
            aria-hidden="true"
            onClick={(event) => {
              if (event.target === event.currentTarget) step({ kind: 'put', at: placeOf(event) });
            }}
          >
            {levels
              .filter((level) => level !== state.level)
              .map((level) => (
                <Body key={level} {...{ state, level, measured, size }} />
              ))}
            <Body {...{ state, measured, size }} level={state.level} own />
            {own.points.map(
              (point, place) =>
                point !== null && (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place
                  <g key={place} className="point" data-chosen={place === state.place || undefined}>
                    <circle cx={point.x} cy={point.y} r={size(5)} strokeWidth={size(2)} className="dot" />
                    <circle
                      cx={point.x}
                      cy={point.y}
                      r={size(14)}
                      className="hold"
                      data-place={place + 1}
                      onPointerDown={grab(place)}
                      onPointerMove={drag}
                      onPointerUp={drop}
                      onPointerCancel={drop}
                    />
                  </g>
                ),
            )}
            <path
              className="cross"
              strokeWidth={size(1.5)}
              d={`M${cross.x - size(16)} ${cross.y}h${size(10)}m${size(12)} 0h${size(10)}M${cross.x} ${cross.y - size(16)}v${size(10)}m0 ${size(12)}v${size(10)}`}
            />
          </svg>
        </div>
      </div>
      <p role="status" className="small place-line">
        {say('place.line', {
          level: levelName(state.level, say.language),
          point: say.of('point', String(state.place + 1)),
          set: pointsSet(own),
          x: Math.round(cross.x),
          y: Math.round(cross.y),
        })}
      </p>
    </div>
  );
}

interface BodyProps {
  readonly state: EditorState;
  readonly level: string;
  readonly measured: MeasuredImage | null;
  readonly own?: boolean;
  size(screen: number): number;
}

/** The outline of a vertebra, dashed until its six points are set, with its level and grade beside it. */
function Body({ state, level, measured, own = false, size }: BodyProps): ReactElement | null {
  const say = useMorphometryWords();
  const vertebra = vertebraOf(state, level);
  const [a, b, c, d, e, f] = vertebra.points;
  const outline = [a, b, c, f, e, d].filter((point) => point != null);
  const [first] = outline;
  if (first === undefined) return null;
  const whole = outline.length === 6;
  const right = Math.max(...outline.map(({ x }) => x));
  const middle = outline.reduce((sum, { y }) => sum + y, 0) / outline.length;
  const grade = whole ? gradeShort(measuredOf(measured, level)) : '';
  const path = `M${outline.map(({ x, y }) => `${x} ${y}`).join('L')}${whole ? 'Z' : ''}`;
  return (
    <g className="vertebra" data-own={own || undefined} data-whole={whole || undefined} data-level={level}>
      <path
        d={path}
        strokeWidth={size(own ? 2 : 1.25)}
        strokeDasharray={whole ? undefined : `${size(6)} ${size(4)}`}
      />
      <text x={right + size(14)} y={middle + size(5)} fontSize={size(14)} strokeWidth={size(3)}>
        {`${levelName(level, say.language)} ${grade}`.trim()}
      </text>
    </g>
  );
}
