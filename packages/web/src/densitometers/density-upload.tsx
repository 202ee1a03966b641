// A table of bone densitometries is taken in: the file, what will be read and what stays out with its line and reason, then the
// button. Decision: the look keeps nothing, and the numbers before the button are those after it.

import type { DensityLook, DensityTaken } from '@breekpunt/server';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useRef } from 'react';
import { Link } from 'wouter';
import { request } from '../api/request.ts';
import { numberInWords } from '../assessment/answer-in-words.ts';
import { Failure, failureInWords } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { ChooseFile } from '../upload/choose-file.tsx';
import { useSay } from '../words/use-words.tsx';
import { useDensitometerWords } from './use-densitometer-words.ts';
import '../upload/upload.css';

export default function DensityUpload(): ReactElement {
  const say = useSay();
  const words = useDensitometerWords();
  const look = useMutation({
    mutationFn: (file: File) =>
      request<DensityLook>('POST', `/api/imports/densities/preview?${named(file)}`, file),
  });
  const file = look.variables ?? null;
  return (
    <div className="stack upload">
      <p>
        <Link href="/inbox">{say('upload.back')}</Link>
      </p>
      <h1>{words('import.title')}</h1>
      <ChooseFile
        file={file}
        accept=".csv,.tsv,.txt,.xlsx"
        kinds={words('import.kinds')}
        choose={(chosen) => look.mutate(chosen)}
      />
      <p className="muted">{words('import.columns')}</p>
      {look.isPending && <GreyRows rows={4} />}
      {look.isError && <Failure error={look.error} retry={() => void (file !== null && look.mutate(file))} />}
      {look.isSuccess && file !== null && (
        <WhatIsRead key={`${file.name} ${look.submittedAt}`} file={file} seen={look.data} />
      )}
    </div>
  );
}

function named(file: File, more: Readonly<Record<string, string>> = {}): string {
  return new URLSearchParams({ name: file.name, ...more }).toString();
}

function WhatIsRead({ file, seen }: { readonly file: File; readonly seen: DensityLook }): ReactElement {
  const say = useSay();
  const words = useDensitometerWords();
  const client = useQueryClient();
  const assigner = useRef<HTMLInputElement>(null);
  const take = useMutation({
    mutationFn: () => {
      const value = assigner.current?.value ?? '';
      const more: Record<string, string> = value === '' ? {} : { assigner: value };
      return request<DensityTaken>('POST', `/api/imports/densities?${named(file, more)}`, file);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['inbox'] }),
  });
  const { refusal } = seen;
  if (refusal !== null)
    return (
      <p className="panel error-text" role="alert">
        {refusal.kind === 'missing-columns'
          ? words('import.missing', {
              columns: refusal.columns.map((column) => words.of('column', column)).join(', '),
            })
          : words(`refused.${refusal.kind}`)}
      </p>
    );
  const shown = take.data ?? seen;
  return (
    <section className="panel stack" aria-label={words('import.read')}>
      <h2>{take.isSuccess ? words('import.done') : words('import.read')}</h2>
      <p role="status">
        {take.data?.again === true
          ? words('import.again')
          : words('import.tally', {
              rows: shown.rows,
              patients: shown.patients,
              leftOut: shown.leftOut.length,
            })}
      </p>
      {shown.leftOut.length > 0 && <LeftOut rows={shown.leftOut} />}
      {!take.isSuccess && seen.rows > 0 && (
        <>
          <TextInput
            ref={assigner}
            className="assigner"
            label={say('upload.assigner')}
            description={say('upload.assignerHelp')}
            defaultValue={seen.assigner}
            maxLength={200}
          />
          {take.isError && (
            <p className="error-text" role="alert">
              {say('notSaved')} {failureInWords(take.error, say)}
            </p>
          )}
          <p>
            <Button variant="filled" aria-busy={take.isPending} onClick={() => take.mutate()}>
              {words(seen.rows === 1 ? 'import.take.one' : 'import.take.other', { rows: seen.rows })}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}

const mostShown = 50;

function LeftOut({ rows }: { readonly rows: DensityLook['leftOut'] }): ReactElement {
  const words = useDensitometerWords();
  return (
    <>
      <table className="plain">
        <caption>{words('import.leftOut')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('import.line')}</th>
            <th scope="col">{words('import.why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostShown).map(({ line, field, why, expected }) => (
            <tr key={line}>
              <td>{line}</td>
              <td>
                {field !== null && <strong>{words.of('column', field)}: </strong>}
                {words.of('why', why)}
                {expected !== null && (
                  <span className="muted">
                    {' '}
                    {words('import.expected', {
                      least: numberInWords(expected.least, words.language),
                      most: numberInWords(expected.most, words.language),
                      unit: words.of('unit', expected.unit),
                    })}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > mostShown && <p>{words('import.more', { n: rows.length - mostShown })}</p>}
    </>
  );
}
