// Acute care of a broken hip on the page of its case: a summary, and the block to fill in. Decision: the block is short and saved as a
// whole; each line is yes, no or not known, and its day and time appear once it is a yes.

import type { HipCare, HipCarePage } from '@breekpunt/server';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Refusal, request } from '../api/request.ts';
import { type Edits, useEdits } from '../api/use-edits.ts';
import { useSession } from '../api/use-session.tsx';
import { moment } from '../format/dates.ts';
import { Failure, failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { consistent, filledLines, type HipCareLine, hipCareLines } from './hip-care-lines.ts';
import { type HipCareSay, useHipCareWords } from './use-hip-care-words.ts';
import './hip-care.css';

const hipCareQuery = (id: number) =>
  queryOptions({
    queryKey: ['case', id, 'hip-care'],
    queryFn: () => request<HipCarePage>('GET', `/api/cases/${id}/hip-care`),
  });

const places = ['home', 'rehabilitation', 'care-home', 'other-hospital', 'died', 'other'] as const;

export default function HipCarePanel({ caseId }: { readonly caseId: number }): ReactElement | null {
  const page = useQuery(hipCareQuery(caseId));
  if (page.isLoadingError) return <Failure error={page.error} retry={() => void page.refetch()} />;
  if (page.data === undefined || (!page.data.hip && page.data.kept === null)) return null;
  return <Care caseId={caseId} page={page.data} />;
}

interface CareProps {
  readonly caseId: number;
  readonly page: HipCarePage;
}

function Care({ caseId, page: { care, kept } }: CareProps): ReactElement {
  const say = useHipCareWords();
  const app = useSay();
  const { today, site } = useSession();
  const [open, setOpen] = useState(false);
  const edits = useEdits(care, kept?.version ?? 0);
  return (
    <section className="panel stack" aria-labelledby="hip-care-title" id="hip-care">
      <div className="line">
        <h2 id="hip-care-title">{say('title')}</h2>
        <button
          type="button"
          className="chip push"
          aria-expanded={open}
          onClick={() => setOpen((known) => !known)}
        >
          {say('open')}
        </button>
      </div>
      <p className="small muted" aria-live="polite">
        {kept === null
          ? say('nothing')
          : `${say('summary', { n: filledLines(care), of: hipCareLines.length })} ${say('last', {
              by: kept.source === 'import' ? say('file') : (kept.by ?? ''),
              at: moment(kept.at, today, site.timeZone, app),
            })}`}
      </p>
      {open && <Block caseId={caseId} kept={kept} edits={edits} />}
    </section>
  );
}

function Block({
  caseId,
  kept,
  edits,
}: Pick<HipCarePage, 'kept'> & { readonly caseId: number; readonly edits: Edits<HipCare> }): ReactElement {
  const say = useHipCareWords();
  const app = useSay();
  const client = useQueryClient();
  const care = consistent(edits.now);
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: ['case', caseId, 'hip-care'] });
  const save = useMutation({
    mutationFn: (_said: Partial<HipCare>) =>
      request('PUT', `/api/cases/${caseId}/hip-care`, { onVersion: kept?.version ?? 0, care }),
    // What a colleague saved meanwhile is read under what was chosen here.
    onError: again,
    onSuccess: async (_answer, said) => {
      await again();
      edits.clear(said);
    },
  });
  const change = (part: Partial<HipCare>): void => {
    save.reset();
    edits.put(part);
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(edits.said);
      }}
    >
      <p>{say('intro')}</p>
      <div className="hip-care">
        {hipCareLines.map((line) => (
          <Line
            key={line.word}
            line={line}
            care={care}
            asked={kept !== null || (line.answer !== undefined && line.answer in edits.said)}
            change={change}
          />
        ))}
      </div>
      <p className="line">
        <Button type="submit" variant="filled" loading={save.isPending}>
          {say('save')}
        </Button>
        <span role="status">{save.isSuccess && say('saved')}</span>
      </p>
      {edits.changedMeanwhile && !save.isPending && <p role="status">{app('edits.meanwhile')}</p>}
      {save.isError && (
        <p className="error-text" role="alert">
          {app('notSaved')} {problemInWords(save.error, say) ?? failureInWords(save.error, app)}
        </p>
      )}
    </form>
  );
}

function problemInWords(error: unknown, say: HipCareSay): string | null {
  if (!(error instanceof Refusal)) return null;
  const problem = error.more['problem'] as { readonly field: string; readonly expected: string } | undefined;
  if (problem === undefined) return null;
  const word = hipCareLines.find(({ answer, day, clock }) =>
    [answer, day, clock].some((one) => one === problem.field),
  );
  return say(`problem.${problem.expected}` as 'problem.tested-first', {
    field: say(word?.word ?? 'title'),
  });
}

function Line({
  line: { word, answer, day, clock },
  care,
  asked,
  change,
}: {
  readonly line: HipCareLine;
  readonly care: HipCare;
  /** Somebody answered it, now or when the block was saved. */
  readonly asked: boolean;
  change(part: Partial<HipCare>): void;
}): ReactElement | null {
  const say = useHipCareWords();
  const label = say(word);
  if (word === 'delirium' && care.deliriumTested !== 'yes') return null;
  const shown = answer === undefined || care[answer] === 'yes';
  return (
    <fieldset className="plain-set hip-care-line">
      <legend>{label}</legend>
      <div className="line">
        {answer !== undefined &&
          (['yes', 'no', 'not-recorded'] as const).map((given) => (
            <label key={given} className="radio">
              <input
                type="radio"
                name={`hip-care-${answer}`}
                // "Not known" is chosen only by whoever asked.
                checked={care[answer] === given && (given !== 'not-recorded' || asked)}
                onChange={() => change({ [answer]: given })}
              />
              {given === 'not-recorded' ? say('unknown') : say(given)}
            </label>
          ))}
        {shown && day !== undefined && (
          <TextInput
            type="date"
            className="short-day"
            aria-label={`${label}: ${say('day')}`}
            value={care[day] ?? ''}
            onChange={({ currentTarget: { value } }) => change({ [day]: value === '' ? null : value })}
          />
        )}
        {shown && clock !== undefined && (
          <TextInput
            type="time"
            className="short-clock"
            aria-label={`${label}: ${say('clock')}`}
            value={care[clock] ?? ''}
            onChange={({ currentTarget: { value } }) => change({ [clock]: value === '' ? null : value })}
          />
        )}
        {word === 'discharged' && (
          <NativeSelect
            aria-label={say('dischargedTo')}
            value={care.dischargedTo ?? ''}
            onChange={({ currentTarget: { value } }) =>
              change({ dischargedTo: value === '' ? null : (value as HipCare['dischargedTo']) })
            }
            data={[
              { value: '', label: `${say('dischargedTo')}: ${say('choose')}` },
              ...places.map((value) => ({ value, label: say(`place.${value}`) })),
            ]}
          />
        )}
      </div>
    </fieldset>
  );
}
