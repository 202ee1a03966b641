// One report as received, with its words marked. A marked word is a button: pointing at it or moving to it by Tab tells what
// it did and by which rule. Words that somebody selects can be marked as a fracture that was missed.

import type { MarkedReport } from '@breekpunt/server';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useId, useRef, useState } from 'react';
import { request } from '../api/request.ts';
import { NotDone } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { sites } from './correction.ts';
import { type MarkedPiece, markedText } from './marked-text.ts';
import { reportName } from './report-name.ts';
import '../worklist/cues.css';

interface ReportViewProps {
  readonly report: MarkedReport;
  readonly reports: readonly MarkedReport[];
  /** The finding that is looked at. */
  readonly current: number | null;
  readonly caseId: number;
  choose(report: number): void;
  chooseFinding(finding: number): void;
}

interface Selection {
  readonly start: number;
  readonly end: number;
}

export function ReportView({
  report,
  reports,
  current,
  caseId,
  choose,
  chooseFinding,
}: ReportViewProps): ReactElement {
  const say = useSay();
  const client = useQueryClient();
  const text = useRef<HTMLDivElement>(null);
  const [selection, setSelection] = useState<Selection | null>(null);
  const [missedSite, setMissedSite] = useState('');
  const mark = useMutation({
    mutationFn: (words: Selection) =>
      request('POST', `/api/reports/${report.id}/marks`, {
        mark: 'missed',
        ...words,
        site: missedSite === '' ? null : missedSite,
      }),
    onSuccess: () => {
      setSelection(null);
      return client.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
  return (
    <section className="report" aria-label={say('report.title')}>
      <div className="line">
        <h2>{reportName(report, say)}</h2>
        {reports.length > 1 && (
          <span className="line push">
            <NativeSelect
              size="sm"
              aria-label={say('report.choose')}
              value={String(report.id)}
              onChange={({ currentTarget: { value } }) => choose(Number(value))}
              data={reports.map((each) => ({
                value: String(each.id),
                label: `${reportName(each, say)}${each.findings.length > 0 ? ` · ${say.count('report.findings', each.findings.length)}` : ''}`,
              }))}
            />
            <kbd title={say('keys.earlier')}>v</kbd>
          </span>
        )}
      </div>
      {report.superseded && <p className="error-text">{say('report.superseded')}</p>}
      {report.status !== 'final' && <p className="error-text">{say.of('report.status', report.status)}</p>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it listens to a selection of text, which needs no role */}
      <div
        className="report-text"
        ref={text}
        lang={report.language ?? undefined}
        onMouseUp={() => setSelection(selectedIn(text.current))}
        onKeyUp={() => setSelection(selectedIn(text.current))}
      >
        {markedText(report).map((piece) => (
          <Piece
            key={piece.start}
            piece={piece}
            isCurrent={piece.finding?.id === current}
            choose={chooseFinding}
          />
        ))}
      </div>
      {selection !== null && (
        <p className="line" role="status">
          <span>“{report.body.slice(selection.start, selection.end)}”</span>
          <NativeSelect
            size="sm"
            aria-label={say('report.missedSite')}
            value={missedSite}
            onChange={({ currentTarget: { value } }) => setMissedSite(value)}
            data={[
              { value: '', label: say('report.missedSiteUnknown') },
              ...sites.map((each) => ({ value: each, label: say.of('site', each) })),
            ]}
          />
          <Button size="compact-sm" onClick={() => mark.mutate(selection)}>
            {say('report.markMissed')}
          </Button>
        </p>
      )}
      <NotDone error={mark.error} />
      <p className="legend small" aria-hidden="true">
        <mark className="cue-fracture">{say('cue.fracture')}</mark>{' '}
        <mark className="cue-negated">{say('cue.negated')}</mark>{' '}
        <mark className="cue-doubt">{say('cue.doubt')}</mark>{' '}
        <mark className="cue-context">{say('cue.context')}</mark>{' '}
        <span className="muted">{say('report.selectHelp')}</span>
      </p>
      {report.limitations.map((limitation) => (
        <p key={limitation} className="muted small">
          {say.of('limitation', limitation)}
        </p>
      ))}
    </section>
  );
}

function Piece({
  piece,
  isCurrent,
  choose,
}: {
  readonly piece: MarkedPiece;
  readonly isCurrent: boolean;
  choose(finding: number): void;
}): ReactElement {
  const say = useSay();
  const id = useId();
  const { text, mark, finding, missed, start } = piece;
  if (mark === null || finding === null)
    return (
      <span data-start={start} className={missed ? 'missed' : undefined}>
        {text}
      </span>
    );
  // The space between two marked words is marked, and is nothing to stop at.
  if (text.trim() === '')
    return (
      <mark data-start={start} className={`cue-${mark.cue}`} data-current={isCurrent || undefined}>
        {text}
      </mark>
    );
  const explained = `${say.of('cueRole', mark.role)}${mark.rule === '' ? '' : ` · ${mark.rule}`}`;
  return (
    // A span with a button's role: a real button cannot break over two lines, and words of a report must.
    <span
      role="button"
      tabIndex={0}
      data-start={start}
      className={`cue${missed ? ' missed' : ''}`}
      aria-describedby={id}
      aria-pressed={isCurrent}
      onClick={() => choose(finding.id)}
      onKeyDown={({ key }) => {
        if (key === 'Enter' || key === ' ') choose(finding.id);
      }}
    >
      <mark className={`cue-${mark.cue}`} data-current={isCurrent || undefined}>
        {text}
      </mark>
      <span className="cue-why" id={id} role="tooltip">
        {explained}
      </span>
    </span>
  );
}

/** The place in the report of what is selected on the screen; null when nothing of it is. */
function selectedIn(container: HTMLElement | null): Selection | null {
  const selected = window.getSelection();
  if (container === null || selected === null || selected.isCollapsed || selected.rangeCount === 0)
    return null;
  const range = selected.getRangeAt(0);
  const start = placeOf(container, range.startContainer, range.startOffset);
  const end = placeOf(container, range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : { start, end };
}

function placeOf(container: HTMLElement, node: Node, offset: number): number | null {
  const element = node instanceof HTMLElement ? node : node.parentElement;
  const piece = element?.closest<HTMLElement>('[data-start]');
  if (piece === null || piece === undefined || !container.contains(piece)) return null;
  const start = Number(piece.dataset['start']);
  return node.nodeType === Node.TEXT_NODE ? start + offset : start;
}
