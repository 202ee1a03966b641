// Acute care of a broken hip on the page of its case: a summary, and the block to fill in. Decision: the block is short and saved as a
// whole; each line is yes, no or not known, and its day and time appear once it is a yes.

import type { HipCare, HipCarePage, KeptHipCare } from '@breekpunt/server';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Refusal, request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { moment } from '../format/dates.ts';
import { Failure, failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { changed, emptyHipCare, filledLines, type HipCareLine, hipCareLines } from './hip-care-lines.ts';
import { type HipCareSay, useHipCareWords } from './use-hip-care-words.ts';
import './hip-care.css';

const hipCareQuery = (id: number) =>
  queryOptions({
    queryKey: ['case', id, 'hip-care'],
    queryFn: () => request<HipCarePage>('GET', `/api/cases/${id}/hip-care`),
  });

const places = ['home', 'rehabilitation', 'care-home', 'other-hospital', 'died', 'other'] as const;

export default function HipCarePanel({ caseId }: { readonly caseId: number }): ReactElement | null {
  const say = useHipCareWords();
  const app = useSay();
  const { today, site } = useSession();
  const page = useQuery(hipCareQuery(caseId));
  const [open, setOpen] = useState(false);
  if (page.isError) return <Failure error={page.error} retry={() => void page.refetch()} />;
  if (!page.isSuccess || (!page.data.hip && page.data.care === null)) return null;
  const { care } = page.data;
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
      <p className="small muted">
        {care === null
          ? say('nothing')
          : `${say('summary', { n: filledLines(care), of: hipCareLines.length })} ${say('last', {
              by: care.source === 'import' ? say('file') : (care.by ?? ''),
              at: moment(care.at, today, site.timeZone, app),
            })}`}
      </p>
      {open && <Block key={care?.version ?? 0} caseId={caseId} kept={care} />}
    </section>
  );
}

function withoutWho(kept: KeptHipCare | null): HipCare {
  if (kept === null) return emptyHipCare;
  const { version: _version, by: _by, at: _at, source: _source, ...care } = kept;
  return care;
}

function Block({
  caseId,
  kept,
}: {
  readonly caseId: number;
  readonly kept: KeptHipCare | null;
}): ReactElement {
  const say = useHipCareWords();
  const app = useSay();
  const client = useQueryClient();
  const [care, setCare] = useState(() => withoutWho(kept));
  const save = useMutation({
    mutationFn: () =>
      request('PUT', `/api/cases/${caseId}/hip-care`, { onVersion: kept?.version ?? 0, care }),
    onSettled: () => client.invalidateQueries({ queryKey: ['case', caseId, 'hip-care'] }),
  });
  const change = (part: Partial<HipCare>): void => {
    save.reset();
    setCare((known) => changed(known, part));
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <p>{say('intro')}</p>
      <div className="hip-care">
        {hipCareLines.map((line) => (
          <Line key={line.word} line={line} care={care} asked={kept !== null} change={change} />
        ))}
      </div>
      <p className="line">
        <Button type="submit" variant="filled" loading={save.isPending}>
          {say('save')}
        </Button>
        <span role="status">{save.isSuccess && say('saved')}</span>
      </p>
      {save.isError && (
        <p className="error-text" role="alert">
          {say('notSaved')} {problemInWords(save.error, say) ?? failureInWords(save.error, app)}
        </p>
      )}
    </form>
  );
}

function problemInWords(error: unknown, say: HipCareSay): string | null {
  if (!(error instanceof Refusal)) return null;
  if (error.code === 'changed-meanwhile') return say('meanwhile');
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
  /** Somebody saved the block before. */
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
