// A table of acute hip care brought in: which columns it may have, and what became of its rows.

import type { HipCareTaken } from '@breekpunt/server';
import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { request } from '../api/request.ts';
import { failureInWords } from '../shell/failure.tsx';
import { type Say, useSay } from './use-dashboard-words.ts';

const columns =
  'patient_number, arrived_on, arrived_clock, operated, operated_on, operated_clock, operation_as_advised, geriatrician, geriatrician_on, geriatrician_clock, mobilised, mobilised_on, delirium_tested, delirium, nutrition_assessed, discharged_on, discharged_to, home_at_120_days, medicine_at_120_days';

export function HipCareFile(): ReactElement {
  const say = useSay();
  const [assigner, setAssigner] = useState('');
  const take = useMutation({
    mutationFn: (file: File) =>
      request<HipCareTaken>('POST', `/api/hip-care/file?assigner=${encodeURIComponent(assigner)}`, file),
  });
  return (
    <section className="panel stack" aria-labelledby="hip-file-title">
      <h2 id="hip-file-title">{say('hipFile.title')}</h2>
      <p>{say('hipFile.intro')}</p>
      <p className="small" id="hip-file-help">
        {say('hipFile.columns')} <code>{columns}</code>. {say('hipFile.values')}
      </p>
      <div className="stack tight narrow">
        <TextInput
          label={say('hipFile.assigner')}
          description={say('hipFile.assignerHelp')}
          value={assigner}
          onChange={({ currentTarget: { value } }) => setAssigner(value)}
        />
        <label htmlFor="hip-file">{say('hipFile.choose')}</label>
        <input
          id="hip-file"
          type="file"
          accept=".csv,text/csv"
          aria-describedby="hip-file-help"
          onChange={({ currentTarget: { files } }) => {
            const file = files?.item(0);
            if (file != null) take.mutate(file);
          }}
        />
      </div>
      <div role="status" className="stack tight">
        {take.isSuccess && <Taken taken={take.data} say={say} />}
        {take.isError && <p className="error-text">{failureInWords(take.error, say)}</p>}
      </div>
    </section>
  );
}

function Taken({ taken, say }: { readonly taken: HipCareTaken; readonly say: Say }): ReactElement {
  return (
    <>
      <p>{say('hipFile.taken', { n: taken.taken, of: taken.rows, same: taken.unchanged })}</p>
      <ul className="small">
        {taken.problems.slice(0, 20).map((problem) => (
          <li key={`${problem.row} ${problem.expected}`}>
            {say('hipFile.problem', {
              row: problem.row,
              expected: say(`hipFile.${problem.expected}`, {
                column: 'column' in problem ? problem.column : '',
              }),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
