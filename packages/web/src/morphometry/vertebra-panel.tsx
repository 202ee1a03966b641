// Beside the image: which vertebra, could it be read, what the eye says, which point comes next, and what the points say.
// Decision: the eye's grade and the ruler's stand in two places and are compared in words, never merged.

import type { MeasuredImage } from '@breekpunt/server';
import { Button, NativeSelect } from '@mantine/core';
import { type Dispatch, type ReactElement, useId } from 'react';
import { RuleLink } from '../rules/rule-link.tsx';
import { type EditorState, type Seen, type Step, type Vertebra, vertebraOf } from './editor-state.ts';
import { gradeShort, heightsLine, levelLine, levelName, lossLine, measuredOf } from './measured-words.ts';
import { useMorphometryWords } from './use-morphometry-words.ts';

interface VertebraPanelProps {
  readonly state: EditorState;
  readonly step: Dispatch<Step>;
  readonly levels: readonly string[];
  readonly measured: MeasuredImage | null;
}

export function LevelList({ state, step, levels, measured }: VertebraPanelProps): ReactElement {
  const say = useMorphometryWords();
  return (
    <section aria-label={say('levels')} className="level-list">
      <h2>{say('levels')}</h2>
      <ul className="plain-list">
        {levels.map((level) => {
          const found = measuredOf(measured, level);
          const own = vertebraOf(state, level);
          const known = own.readable !== 'not-recorded' || own.seen !== null;
          return (
            <li key={level}>
              <button
                type="button"
                aria-pressed={level === state.level}
                onClick={() => step({ kind: 'level', level })}
              >
                <strong>{levelName(level, say.language)}</strong>{' '}
                <span className={known ? undefined : 'unknown'}>{levelLine(state, level, found, say)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function VertebraPanel({ state, step, measured }: VertebraPanelProps): ReactElement {
  const say = useMorphometryWords();
  const name = useId();
  const own = vertebraOf(state);
  const level = levelName(state.level, say.language);
  return (
    <section aria-label={say('vertebra', { level })} className="panel stack vertebra-panel">
      <h2>{say('vertebra', { level })}</h2>
      <fieldset className="plain-set">
        <legend>{say('readable')}</legend>
        <span className="line">
          {(['yes', 'no', 'not-recorded'] as const).map((answer) => (
            <label key={answer} className="radio">
              <input
                type="radio"
                name={`readable-${name}`}
                checked={own.readable === answer}
                onChange={() => step({ kind: 'readable', readable: answer })}
              />{' '}
              {say(`readable.${answer}`)}
            </label>
          ))}
        </span>
      </fieldset>
      {own.readable === 'no' ? (
        <p>{say('notReadable.note')}</p>
      ) : (
        <>
          <SeenGrade own={own} step={step} />
          <fieldset className="plain-set">
            <legend>{say('points')}</legend>
            <span className="point-buttons">
              {own.points.map((point, place) => (
                <button
                  // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place
                  key={place}
                  type="button"
                  aria-pressed={place === state.place}
                  data-set={point !== null || undefined}
                  onClick={() => step({ kind: 'place', place })}
                >
                  {place + 1} {say.of('point', String(place + 1))}
                  <span className="hidden-words">
                    , {point === null ? say('point.unset') : say('point.set')}
                  </span>
                </button>
              ))}
            </span>
          </fieldset>
          <p className="line">
            <Button size="compact-sm" onClick={() => step({ kind: 'undo' })}>
              {say('undo')}
            </Button>
            <Button size="compact-sm" onClick={() => step({ kind: 'clear-vertebra' })}>
              {say('clear')}
            </Button>
          </p>
          <Grade state={state} measured={measured} own={own} />
        </>
      )}
    </section>
  );
}

function SeenGrade({ own, step }: { readonly own: Vertebra; readonly step: Dispatch<Step> }): ReactElement {
  const say = useMorphometryWords();
  const choose = (grade: string, shape: string): void =>
    step({
      kind: 'seen',
      seen:
        grade === ''
          ? null
          : { grade: Number(grade) as Seen['grade'], shape: shape === '' ? null : (shape as Seen['shape']) },
    });
  const grade = own.seen === null ? '' : String(own.seen.grade);
  return (
    <span className="line seen">
      <NativeSelect
        label={say('seen.grade')}
        size="sm"
        value={grade}
        onChange={({ currentTarget: { value } }) => choose(value, own.seen?.shape ?? '')}
        data={[
          { value: '', label: say('seen.none') },
          ...['0', '0.5', '1', '2', '3'].map((value) => ({
            value,
            label: value === '0.5' ? say('half') : say('grade', { grade: value }),
          })),
        ]}
      />
      {own.seen !== null && (
        <NativeSelect
          label={say('seen.shape')}
          size="sm"
          value={own.seen.shape ?? ''}
          onChange={({ currentTarget: { value } }) => choose(grade, value)}
          data={[
            { value: '', label: say('seen.noShape') },
            ...(['normal', 'wedge', 'biconcave', 'crush'] as const).map((value) => ({
              value,
              label: say(`shape.${value}`),
            })),
          ]}
        />
      )}
    </span>
  );
}

interface GradeProps {
  readonly state: EditorState;
  readonly measured: MeasuredImage | null;
  readonly own: Vertebra;
}

function Grade({ state, measured, own }: GradeProps): ReactElement {
  const say = useMorphometryWords();
  const found = measuredOf(measured, state.level);
  const whole = own.points.every((point) => point !== null);
  if (!whole || found === null || found.state !== 'measured')
    return (
      <div className="measured" data-unfinished>
        <h3>{say('measured')}</h3>
        <p>{whyNoGrade(found, whole, say)}</p>
      </div>
    );
  const { graded, atLeast, shape, reasons } = found.measured;
  return (
    <div className="measured">
      <h3>{say('measured')}</h3>
      <p className="measured-grade">
        {gradeShort(found)} · {say(`shape.${shape}`)}
      </p>
      <p>{lossLine(found, say)}</p>
      <p>{heightsLine(found, say)}</p>
      {atLeast && <p>{say('atLeast')}</p>}
      {graded.disputed && <p>{say('disputed')}</p>}
      {own.seen !== null && !agrees(own.seen.grade, graded.grade) && (
        <p>
          <strong>
            {own.seen.grade === 0.5
              ? say('disagree.half', { measured: graded.grade })
              : say('disagree', { seen: own.seen.grade, measured: graded.grade })}
          </strong>{' '}
          <RuleLink id="VF10" />
        </p>
      )}
      {own.seen?.grade === 0.5 && (
        <p>
          {say('half.note')} <RuleLink id="VF21" />
        </p>
      )}
      <p className="line">
        {reasons.map((rule) => (
          <RuleLink key={rule} id={rule} />
        ))}
      </p>
    </div>
  );
}

/** A suspicion agrees with no fracture and with the least one (rule VF10 compares them). */
function agrees(seen: Seen['grade'], measured: number): boolean {
  return seen === 0.5 ? measured <= 1 : seen === measured;
}

function whyNoGrade(
  found: ReturnType<typeof measuredOf>,
  whole: boolean,
  say: ReturnType<typeof useMorphometryWords>,
): string {
  if (!whole || found === null) return say('noGrade');
  return found.state === 'not-one-body' || found.state === 'implausible'
    ? say(`why.${found.state}`)
    : say('noGrade');
}
