// What goes to a registry: the file, its data dictionary, and a check of a file that comes back.

import type { QualityFigures } from '@breekpunt/server';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { request } from '../api/request.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from './use-dashboard-words.ts';

interface Checked {
  readonly rows: number;
  readonly problems: readonly { readonly row: number; readonly field: string; readonly expected: string }[];
}

export function Registry({ set }: { readonly set: QualityFigures['set'] }): ReactElement {
  const say = useSay();
  const [layout, setLayout] = useState('iof-12');
  const check = useMutation({
    mutationFn: (file: File) =>
      request<Checked>('POST', `/api/quality/registry/check?layout=${layout}`, file),
  });
  return (
    <section className="panel stack" aria-labelledby="registry-title">
      <h2 id="registry-title">{say('registry.title')}</h2>
      <p>{say('registry.intro')}</p>
      <div className="line set-line">
        <NativeSelect
          label={say('registry.layout')}
          value={layout}
          onChange={({ currentTarget }) => setLayout(currentTarget.value)}
          data={[
            { value: 'iof-12', label: say('registry.iof') },
            { value: 'fls-db', label: say('registry.flsdb') },
          ]}
        />
        <Button component="a" variant="filled" href={`/api/quality/registry?layout=${layout}`} download>
          {say('registry.save')}
        </Button>
        <Button
          component="a"
          variant="default"
          href={`/api/quality/registry/dictionary?layout=${layout}`}
          download
        >
          {say('registry.dictionary')}
        </Button>
        <Button
          component="a"
          variant="default"
          href={`/fhir/MeasureReport?measure=${set.id}&_count=100`}
          download={`measure-report-${set.id}.json`}
        >
          {say('registry.measures', { set: set.name })}
        </Button>
      </div>
      <div className="stack tight narrow">
        <label htmlFor="registry-check">{say('registry.check')}</label>
        <p id="registry-check-help" className="small muted">
          {say('registry.checkHelp')}
        </p>
        <input
          id="registry-check"
          type="file"
          accept=".csv,text/csv"
          aria-describedby="registry-check-help"
          onChange={({ currentTarget: { files } }) => {
            const file = files?.item(0);
            if (file != null) check.mutate(file);
          }}
        />
      </div>
      <div role="status" className="stack tight">
        {check.isSuccess && (
          <>
            <p>
              {check.data.problems.length === 0
                ? say('registry.whole', { n: check.data.rows })
                : say.count('registry.problems', check.data.problems.length)}
            </p>
            <ul className="small">
              {check.data.problems.slice(0, 20).map(({ row, field, expected }) => (
                <li key={`${row} ${field}`}>{say('registry.problem', { row, field, expected })}</li>
              ))}
            </ul>
          </>
        )}
        {check.isError && <p className="error-text">{failureInWords(check.error, say)}</p>}
      </div>
    </section>
  );
}
