// The vertebrae from T4 to L4 with their grades: what an eye saw on the left, what was measured on the right. The grade is a
// pattern and a word; a vertebra that nobody read has a dashed edge and says so, and is never drawn as an empty one.

import type { CaseFigures } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { dayInWords } from '../format/dates.ts';
import { RuleLink } from '../rules/rule-link.tsx';
import { type Say, useSay } from '../words/use-words.tsx';
import { FigureFrame } from './figure-frame.tsx';
import { type FigureSay, useFigureWords } from './use-figure-words.ts';

type Spine = NonNullable<CaseFigures['spine']>;
type Level = Spine['levels'][number];
type State = Level['seen'];

const row = 24;
const head = 26;

interface SpineFigureProps {
  readonly spine: Spine;
  /** The case on which vertebrae can be measured; without it no way there is offered. */
  readonly caseId?: number;
}

export function SpineFigure({ spine, caseId }: SpineFigureProps): ReactElement {
  const appSay = useSay();
  const say = useFigureWords();
  const told = spine.levels.filter(({ seen, measured }) => isBroken(seen) || isBroken(measured));
  const unread = spine.levels.filter(({ seen, measured }) => !isKnown(seen) && !isKnown(measured));
  const caption = [
    told.length === 0
      ? say('s.noneBroken')
      : told
          .map((each) =>
            say('s.one', {
              level: levelName(each.level, say),
              seen: stateInWords(each.seen, say, appSay),
              measured: stateInWords(each.measured, say, appSay),
            }),
          )
          .join('; '),
    ...(unread.length > 0
      ? [say('s.unread', { levels: unread.map(({ level }) => levelName(level, say)).join(', ') })]
      : []),
    ...(spine.outside.length > 0
      ? [say('s.outside', { levels: spine.outside.map((level) => levelName(level, say)).join(', ') })]
      : []),
  ].join('. ');
  return (
    <FigureFrame
      title={say('s.title')}
      caption={`${caption}.`}
      viewBox={`0 0 450 ${head + spine.levels.length * row + 8}`}
      className="spine-figure"
      head={[say('s.level'), say('s.seen'), say('s.measured')]}
      rows={spine.levels.map((each) => [
        `${levelName(each.level, say)}${each.isNew ? ` (${say('s.new')})` : ''}`,
        stateInWords(each.seen, say, appSay),
        stateInWords(each.measured, say, appSay),
      ])}
      notes={
        <>
          <p className="muted small">
            {say('s.note')} <RuleLink id="VF2" />
          </p>
          {caseId !== undefined && (
            <p>
              <Link href={`/cases/${caseId}/spine`}>{say('s.measure')}</Link>
            </p>
          )}
        </>
      }
    >
      <defs>
        <pattern id="grade-1" width="6" height="6" patternUnits="userSpaceOnUse">
          <circle cx="3" cy="3" r="1.4" className="pattern" />
        </pattern>
        <pattern
          id="grade-2"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="3" height="6" className="pattern" />
        </pattern>
      </defs>
      <text x="110" y="16" textAnchor="middle" className="column-word">
        {say('s.seen')}
      </text>
      <text x="286" y="16" textAnchor="middle" className="column-word">
        {say('s.measured')}
      </text>
      {spine.levels.map((each, at) => {
        const y = head + at * row;
        return (
          <g key={each.level} data-new={each.isNew || undefined}>
            <text x="30" y={y + 14} textAnchor="end" className="level-word">
              {levelName(each.level, say)}
            </text>
            <Body state={each.seen} x={86} y={y} width={42 + at * 1.1} say={say} />
            <Body state={each.measured} x={262} y={y} width={42 + at * 1.1} say={say} />
            {each.isNew && (
              <text x="36" y={y + 14} className="new-word">
                {say('s.new')}
              </text>
            )}
          </g>
        );
      })}
    </FigureFrame>
  );
}

interface BodyProps {
  readonly state: State;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly say: FigureSay;
}

function Body({ state, x, y, width, say }: BodyProps): ReactElement {
  const word =
    state.kind === 'graded' ? `${state.atLeast ? '≥ ' : ''}G${state.grade}` : say.of('short', state.kind);
  return (
    <g
      className="body"
      data-state={state.kind}
      data-grade={state.kind === 'graded' ? state.grade : undefined}
    >
      <rect x={x} y={y} width={width} height={row - 6} rx="3" />
      <text x={x + width + 6} y={y + 14} className={state.kind === 'not-recorded' ? 'faint' : undefined}>
        {word}
      </text>
    </g>
  );
}

function isKnown({ kind }: State): boolean {
  return kind === 'graded' || kind === 'fractured' || kind === 'possible' || kind === 'suspected';
}

function isBroken(state: State): boolean {
  return (
    state.kind === 'fractured' ||
    state.kind === 'possible' ||
    state.kind === 'suspected' ||
    (state.kind === 'graded' && state.grade > 0)
  );
}

function levelName(level: string, say: FigureSay): string {
  return say.language === 'fr' ? level.replace('T', 'D') : level;
}

function stateInWords(state: State, say: FigureSay, appSay: Say): string {
  switch (state.kind) {
    case 'graded': {
      const grade = say(state.atLeast ? 's.atLeast' : 's.grade', { grade: state.grade });
      const shape = state.shape === null ? '' : `, ${say.of('shape', state.shape)}`;
      return `${grade}${shape} (${say.of('from', state.from)}, ${dayInWords(state.on, appSay)})`;
    }
    case 'fractured':
      return say('s.fractured', { day: dayInWords(state.on, appSay) });
    case 'possible':
      return say('s.possible', { day: dayInWords(state.on, appSay) });
    case 'suspected':
      return say('s.suspected', { day: dayInWords(state.on, appSay) });
    default:
      return say.of('short', state.kind);
  }
}
