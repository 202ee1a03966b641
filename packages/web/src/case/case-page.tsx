// The page of a case: who it is stays in sight; under it the line of time, the report beside what was read in it, and what
// there is left to do. Every action has a key and a button.

import type { CasePage as CaseAnswer, CaseVerdict, WorklistRow } from '@breekpunt/server';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactElement, Suspense, useEffect, useMemo, useState } from 'react';
import { useSearch } from 'wouter';
import { caseQuery } from '../api/queries.ts';
import { useSession } from '../api/use-session.tsx';
import { nameOf } from '../format/people.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';
import { ActionBar } from '../worklist/action-bar.tsx';
import { useBackToList } from '../worklist/back-to-list.ts';
import { BodyFigure } from './body-figure.tsx';
import { CaseBanner } from './case-banner.tsx';
import { CaseFolders } from './case-folders.tsx';
import { CorrectForm } from './correct-form.tsx';
import { deedInWords } from './deed-in-words.ts';
import { useDeeds } from './deeds.tsx';
import { FindingPanel } from './finding-panel.tsx';
import { News } from './news.tsx';
import { NextStep } from './next-step.tsx';
import { ReportView } from './report-view.tsx';
import { StageBar } from './stage-bar.tsx';
import { Timeline } from './timeline.tsx';
import { type Asking, VerdictChoices } from './verdict-choices.tsx';
import './case.css';

const GuidePanel = lazy(() => import('../guide/guide-panel.tsx'));
const LettersPanel = lazy(() => import('../letters/letters-panel.tsx'));
const HipCarePanel = lazy(() => import('../hip-care/hip-care-panel.tsx'));
const CaseFigures = lazy(() => import('../figures/case-figures.tsx'));

export function CasePage({ id }: { readonly id: number }): ReactElement {
  const found = useQuery(caseQuery(id));
  if (found.isPending) return <GreyRows rows={10} />;
  if (found.isLoadingError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  return <OpenCase page={found.data} />;
}

type Doing = Asking['kind'] | 'correct' | 'note' | 'task' | null;

function doingFrom(search: string): Doing {
  const wanted = new URLSearchParams(search).get('do');
  return wanted === 'correct' || wanted === 'note' || wanted === 'task' ? wanted : null;
}

function OpenCase({ page }: { readonly page: CaseAnswer }): ReactElement {
  const say = useSay();
  const { today, site } = useSession();
  const search = useSearch();
  const deeds = useDeeds();
  const { row } = page;
  const [doing, setDoing] = useState<Doing>(() => doingFrom(search));
  const [reportId, setReportId] = useState(() => firstReport(page));
  const [findingAt, setFindingAt] = useState(0);
  const report = page.reports.find((each) => each.id === reportId) ?? page.reports[0];
  const findings = useMemo(() => report?.findings ?? [], [report]);
  const finding = findings[Math.min(findingAt, findings.length - 1)];
  const deed = deeds.of(row.id);
  const name = nameOf(row.patient, say);
  useEffect(() => {
    document.title = `${say('case.title')} · Breekpunt`;
    return () => {
      document.title = 'Breekpunt';
    };
  }, [say]);

  const version = versionOf(row, deed);
  const decide = (verdict: CaseVerdict): void => {
    setDoing(null);
    deeds.decide({ id: row.id, version, name }, verdict);
  };
  const back = useBackToList();
  const showReport = (which: number): void => {
    setReportId(which);
    setFindingAt(0);
  };
  const step = (steps: number): void =>
    setFindingAt((at) => Math.min(Math.max(at + steps, 0), Math.max(findings.length - 1, 0)));
  const earlier = (): void => {
    const at = page.reports.findIndex((each) => each.id === report?.id);
    const next = page.reports[(at + 1) % page.reports.length];
    if (next !== undefined) showReport(next.id);
  };
  const canDecide = row.list !== 'ended' && deed?.state !== 'saving';
  const actions = {
    confirm: canDecide && row.list === 'to-review' ? () => decide({ verdict: 'confirmed' }) : undefined,
    correct: canDecide ? () => setDoing('correct') : undefined,
    reject: canDecide ? () => setDoing('rejected') : undefined,
    notUseful: canDecide ? () => setDoing('not-useful') : undefined,
    snooze: canDecide ? () => setDoing('snoozed') : undefined,
  };
  useKeys({
    c: actions.confirm,
    e: actions.correct,
    r: actions.reject,
    w: actions.notUseful,
    s: actions.snooze,
    n: () => step(1),
    p: () => step(-1),
    v: page.reports.length > 1 ? earlier : undefined,
    o: () => setDoing('note'),
    t: () => setDoing('task'),
    Escape: () => (doing === null ? back() : setDoing(null)),
  });

  return (
    <article className="case" aria-label={name}>
      <CaseBanner page={page} back={back} />
      {deed !== undefined && <p className="panel case-deed">{deedInWords(deed, site.timeZone, say)}</p>}
      <News caseId={row.id} news={row.news} />
      <NextStep page={page} />
      <Timeline entries={page.timeline} today={today} deathKnown={row.patient.deceased} />
      <div className="case-columns">
        <div className="stack">
          {report === undefined ? (
            <p className="panel">{say('case.noReport')}</p>
          ) : (
            <ReportView
              report={report}
              reports={page.reports}
              current={finding?.id ?? null}
              choose={showReport}
              chooseFinding={(which) => setFindingAt(findings.findIndex((each) => each.id === which))}
              caseId={row.id}
            />
          )}
          <BodyFigure episodes={page.episodes} />
        </div>
        <div className="stack">
          <section className="panel stack" aria-label={say('case.decide')}>
            <FindingPanel
              page={page}
              finding={finding ?? null}
              place={
                findings.length === 0
                  ? null
                  : { at: Math.min(findingAt, findings.length - 1), of: findings.length }
              }
              step={step}
              report={report ?? null}
            >
              {(doing === 'rejected' || doing === 'not-useful' || doing === 'snoozed') && (
                <VerdictChoices kind={doing} today={today} decide={decide} stop={() => setDoing(null)} />
              )}
              {doing === 'correct' && (
                <CorrectForm row={row} today={today} decide={decide} stop={() => setDoing(null)} />
              )}
              {row.list === 'to-review' || row.list === 'snoozed' ? (
                <ActionBar actions={actions} />
              ) : (
                <StageBar row={row} version={version} actions={actions} />
              )}
            </FindingPanel>
          </section>
        </div>
      </div>
      <Suspense fallback={<GreyRows rows={4} />}>
        <CaseFigures caseId={row.id} />
      </Suspense>
      {row.site.startsWith('hip.') && (
        <Suspense fallback={<GreyRows rows={2} />}>
          <HipCarePanel caseId={row.id} />
        </Suspense>
      )}
      <Suspense fallback={<GreyRows rows={2} />}>
        <GuidePanel caseId={row.id} />
        <LettersPanel caseId={row.id} />
      </Suspense>
      <CaseFolders
        page={page}
        doing={doing === 'note' || doing === 'task' ? doing : null}
        done={() => setDoing(null)}
      />
    </article>
  );
}

/** What a verdict saved here made of it counts, as long as the page was not read anew. */
function versionOf(row: WorklistRow, deed: { readonly version: number | null } | undefined): number {
  return Math.max(row.version, deed?.version ?? 0);
}

/** The report that proves the case; the newest when only codes do. */
function firstReport(page: CaseAnswer): number | null {
  return page.row.proof?.report ?? page.reports[0]?.id ?? null;
}
