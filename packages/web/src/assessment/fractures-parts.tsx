// Other fractures that somebody tells of: the place, and the day as far as it is known.

import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { dayInWords } from '../format/dates.ts';
import { useSay } from '../words/use-words.tsx';
import type { PartsProps } from './composed-input.tsx';
import { ChoicePart, DayPart } from './part-inputs.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

interface Told {
  readonly site: string;
  readonly on: string | null;
}

const sites = [
  'hip.unspecified',
  'vertebra.unspecified',
  'wrist.distal-radius',
  'humerus.proximal',
  'pelvis.other',
  'femur.shaft',
  'tibia.proximal',
  'ankle',
  'foot',
  'rib',
  'clavicle',
  'forearm.shaft',
  'hand',
  'unspecified',
] as const;

export function FracturesParts({ draft, label, change }: PartsProps): ReactElement {
  const own = useAssessmentWords();
  const say = useSay();
  const list = (draft['list'] ?? []) as readonly Told[];
  const site = draft['site'] as string | undefined;
  const on = draft['on'] as string | undefined;
  return (
    <div className="stack told-fractures">
      {list.length > 0 && (
        <ul className="plain-list">
          {list.map((each, place) => (
            // Two fractures of one place and day are two rows.
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
            <li key={place}>
              {say.of('site', each.site)}, {dayInWords(each.on, say)}{' '}
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={own('part.remove', { what: say.of('site', each.site) })}
                onClick={() => change({ ...draft, list: list.filter((_told, at) => at !== place) })}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="line">
        <ChoicePart
          of={label}
          label={own('part.site')}
          value={site}
          change={(given) => change({ ...draft, site: given })}
          choices={sites.map((each) => [each, say.of('site', each)])}
        />
        <DayPart of={label} value={on} change={(given) => change({ ...draft, on: given })} />
        <Button
          onClick={() => {
            if (site === undefined) return;
            change({ list: [...list, { site, on: on ?? null }] });
          }}
        >
          {own('part.addFracture')}
        </Button>
      </div>
    </div>
  );
}
