// What somebody read by eye on an image of the spine: which vertebrae are broken, how badly, and whether all were seen.

import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import type { PartsProps } from './composed-input.tsx';
import { ChoicePart, DayPart, YesNoPart } from './part-inputs.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

interface Broken {
  readonly level: string;
  readonly grade: number;
}

/** A suspicion. */
const half = 0.5;
const imagings = ['vfa', 'xray', 'ct', 'mri'] as const;
const levels = [
  ...[4, 5, 6, 7, 8, 9, 10, 11, 12].map((level) => `T${level}`),
  ...[1, 2, 3, 4, 5].map((level) => `L${level}`),
];

export function SpineParts({ draft, label, change }: PartsProps): ReactElement {
  const own = useAssessmentWords();
  const broken = (draft['broken'] ?? []) as readonly Broken[];
  const adding = (draft['adding'] ?? null) as { readonly level?: string; readonly grade?: string } | null;
  const setAdding = (parts: { readonly level?: string; readonly grade?: string }): void => {
    const { level, grade } = { ...adding, ...parts };
    if (level !== undefined && grade !== undefined) {
      const others = broken.filter((each) => each.level !== level);
      const { adding: _added, ...rest } = draft;
      change({ ...rest, broken: [...others, { level, grade: Number(grade) }] });
    } else change({ ...draft, adding: { ...adding, ...parts } });
  };
  return (
    <>
      <ChoicePart
        of={label}
        label={own('part.imaging')}
        value={draft['imaging'] as string | undefined}
        change={(imaging) => change({ ...draft, imaging })}
        choices={imagings.map((imaging) => [imaging, own(`imaging.${imaging}`)])}
      />
      <DayPart
        of={label}
        value={draft['on'] as string | undefined}
        change={(on) => change({ ...draft, on })}
      />
      <YesNoPart
        of={label}
        label={own('part.whole')}
        value={draft['whole'] as boolean | undefined}
        change={(whole) => change({ ...draft, whole })}
      />
      <div className="broken-list">
        {broken.length > 0 && (
          <ul className="plain-list line">
            {broken.map(({ level, grade }) => (
              <li key={level}>
                {level}, {grade === half ? own('part.half') : `${own('part.grade')} ${grade}`}{' '}
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={own('part.remove', { what: level })}
                  onClick={() => change({ ...draft, broken: broken.filter((each) => each.level !== level) })}
                >
                  ×
                </Button>
              </li>
            ))}
          </ul>
        )}
        <div className="line">
          <ChoicePart
            of={`${label}, ${own('part.addVertebra')}`}
            label={own('part.level')}
            value={adding?.level}
            change={(level) => setAdding(level === undefined ? {} : { level })}
            choices={levels.map((level) => [level, level])}
          />
          <ChoicePart
            of={`${label}, ${own('part.addVertebra')}`}
            label={own('part.grade')}
            value={adding?.grade}
            change={(grade) => setAdding(grade === undefined ? {} : { grade })}
            choices={[
              ['0.5', own('part.half')],
              ...['1', '2', '3'].map((grade): readonly [string, string] => [grade, grade]),
            ]}
          />
        </div>
      </div>
    </>
  );
}
