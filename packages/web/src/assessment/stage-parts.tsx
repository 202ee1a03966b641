// A stage with the system it belongs to: the codes offered are those of the chosen system, so that no stage stands without one.

import type { ReactElement } from 'react';
import type { PartsProps } from './composed-input.tsx';
import { ChoicePart } from './part-inputs.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

export function StageParts({ field, draft, label, change }: PartsProps): ReactElement {
  const own = useAssessmentWords();
  const chosen = field.systems.find(({ system }) => system === draft['system']);
  return (
    <>
      <ChoicePart
        of={label}
        label={own('part.system')}
        value={draft['system'] as string | undefined}
        change={(system) => change({ system })}
        choices={field.systems.map(({ system }) => [system, own.of('system', system)])}
      />
      <ChoicePart
        of={label}
        label={own('part.stage')}
        value={draft['stage'] as string | undefined}
        change={(stage) => change({ ...draft, stage })}
        choices={(chosen?.stages ?? []).map((stage) => [stage, stage])}
      />
    </>
  );
}
