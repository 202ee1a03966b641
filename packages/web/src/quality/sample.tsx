// The sample: a report drawn at random from those without a flag. Somebody reads it and says whether something was missed.

import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useRef, useState } from 'react';
import { qualityQuery, sampleQuery } from '../api/queries.ts';
import { request } from '../api/request.ts';
import { dayInWords } from '../format/dates.ts';
import { Failure, NotSaved } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';

export function Sample(): ReactElement {
  const say = useSay();
  const client = useQueryClient();
  const [wanted, setWanted] = useState(false);
  const sample = useQuery({ ...sampleQuery, enabled: wanted });
  const text = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState<{ start: number; end: number } | null>(null);
  const mark = useMutation({
    mutationFn: (body: Readonly<Record<string, unknown>>) =>
      request('POST', `/api/reports/${sample.data?.report?.id}/marks`, body),
    onSuccess: async () => {
      setWords(null);
      await client.invalidateQueries({ queryKey: sampleQuery.queryKey });
      await client.invalidateQueries({ queryKey: qualityQuery.queryKey });
    },
  });
  const report = sample.data?.report ?? null;
  return (
    <section className="panel stack" aria-label={say('sample.title')}>
      <h2>{say('sample.title')}</h2>
      <p>{say('sample.intro')}</p>
      {!wanted && (
        <p>
          <Button variant="filled" onClick={() => setWanted(true)}>
            {say('sample.draw')}
          </Button>
        </p>
      )}
      {sample.isLoadingError && <Failure error={sample.error} retry={() => void sample.refetch()} />}
      {sample.data !== undefined && report === null && <p>{say('sample.empty')}</p>}
      {report !== null && (
        <>
          <h3>
            {report.kind === null ? say('report.title') : say.of('kind', report.kind)},{' '}
            {dayInWords(report.reportedOn, say)}
          </h3>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: it listens to a selection of text, which needs no role */}
          <div
            className="report-text"
            ref={text}
            onMouseUp={() => setWords(selectionIn(text.current))}
            onKeyUp={() => setWords(selectionIn(text.current))}
          >
            {report.body}
          </div>
          <p className="line">
            <Button variant="filled" onClick={() => mark.mutate({ mark: 'nothing-missed' })}>
              {say('sample.nothing')}
            </Button>
            {words === null ? (
              <span className="muted">{say('sample.select')}</span>
            ) : (
              <Button onClick={() => mark.mutate({ mark: 'missed', ...words, site: null })}>
                {say('sample.missed', { words: report.body.slice(words.start, words.end) })}
              </Button>
            )}
          </p>
          <NotSaved error={mark.error} />
        </>
      )}
    </section>
  );
}

/** The text is one node, so places in it are places in the report. */
function selectionIn(container: HTMLElement | null): { start: number; end: number } | null {
  const selected = window.getSelection();
  if (container === null || selected === null || selected.isCollapsed || selected.rangeCount === 0)
    return null;
  const { startContainer, endContainer, startOffset, endOffset } = selected.getRangeAt(0);
  const within = startContainer === container.firstChild && endContainer === container.firstChild;
  return within && startOffset < endOffset ? { start: startOffset, end: endOffset } : null;
}
