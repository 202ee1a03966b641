// One risk score: its figure, or what it still asks, or in which range it holds; and always in whom it was made and where it
// comes from. Decision: the questions are drawn when somebody opens them, because there are a hundred of them.

import type { RiskView } from '@breekpunt/server';
import { memo, type NamedExoticComponent, type ReactElement, useState } from 'react';
import { numberInWords } from '../assessment/answer-in-words.ts';
import { OpenQuestions } from '../assessment/open-questions.tsx';
import { useAssessmentWords } from '../assessment/use-assessment-words.ts';
import { Told } from '../rules/told.tsx';
import { valueInWords } from './figures-in-words.ts';
import { KeepRisk } from './keep-risk.tsx';
import { type RiskSay, useRiskWords } from './use-risk-words.ts';

interface RiskCardProps {
  readonly risk: RiskView;
  readonly caseId: number;
}

/** Drawn anew only when this score changed: an answer elsewhere leaves most as they were. */
export const RiskCard: NamedExoticComponent<RiskCardProps> = memo(function RiskCard({
  risk,
  caseId,
}: RiskCardProps): ReactElement {
  const own = useRiskWords();
  const name = own(`name.${risk.model}`);
  const density = risk.withBoneDensity;
  return (
    <article className="risk-card" data-outcome={risk.outcome} aria-label={name}>
      <h4>
        {name}
        {risk.status === 'draft' && (
          <>
            {' '}
            <span className="draft-tag" title={own('draft.why')}>
              {own('draft')}
            </span>
          </>
        )}
      </h4>
      <Outcome risk={risk} />
      {density !== null && risk.figures.length > 0 && (
        <p className="small muted">{own(density ? 'with-bone-density' : 'without-bone-density')}</p>
      )}
      {risk.warnings.map((warning) => (
        <p key={warning} className="small unknown-line">
          {own(`warn.${warning}` as 'warn.already-adjusted')}
        </p>
      ))}
      {risk.disclaimer !== null && (
        <div className="small">
          <p className="muted">{own('disclaimer')}:</p>
          <blockquote className="disclaimer" lang="en">
            {risk.disclaimer}
          </blockquote>
        </div>
      )}
      <Questions risk={risk} />
      <p className="small">
        <span className="muted">{own('population')}:</span> {own(`population.${risk.model}`)}
      </p>
      <Sources risk={risk} />
      <KeepRisk risk={risk} caseId={caseId} />
    </article>
  );
});

function Outcome({ risk }: Pick<RiskCardProps, 'risk'>): ReactElement {
  const own = useRiskWords();
  const assessment = useAssessmentWords();
  const { outcome, figures, readings, refused, notFor } = risk;
  return (
    <>
      {figures.length > 0 && (
        <ul className="risk-figures">
          {figures.map((figure) => (
            <li key={figure.what}>
              <strong>{valueInWords(figure, own)}</strong> {own(`figure.${figure.what}`)}
            </li>
          ))}
        </ul>
      )}
      {readings.length > 0 && (
        <p>{readings.map((each) => readingInWords(risk.model, each, own)).join(' / ')}</p>
      )}
      {outcome === 'cannot-tell' && (
        <p className="unknown-line">{own(readings.length === 1 ? 'settled' : 'cannot-tell')}</p>
      )}
      {outcome === 'outside-range' && (
        <div className="unknown-line">
          <p>{own('outside-range')}</p>
          <ul className="plain-list">
            {refused.map(({ input, expected, range }) => (
              <li key={input}>
                {range === undefined
                  ? `${own.of('input', input)}: ${expected}`
                  : own('range', {
                      what: own.of('input', input),
                      least: numberInWords(range.least, own.language),
                      most: numberInWords(range.most, own.language),
                      unit: assessment.of('unit', range.unit),
                    })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {notFor !== null && <p className="unknown-line">{own(`notFor.${notFor}`)}</p>}
    </>
  );
}

/** "High" of a score of walking is good news, of a score of risk it is bad: some scores have words of their own. */
function readingInWords(model: RiskView['model'], reading: string, own: RiskSay): string {
  const special = own.of(`reading.${model}`, reading);
  return special === reading ? own.of('reading', reading) : special;
}

function Questions({ risk: { model, questions } }: Pick<RiskCardProps, 'risk'>): ReactElement | null {
  const own = useRiskWords();
  const [open, setOpen] = useState(false);
  // What was open stays open when its last question is answered, so that nothing moves under a hand.
  if (questions.length === 0 && !open) return null;
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{own('questions', { n: questions.length })}</summary>
      {open && <OpenQuestions questions={questions} prefix={`r-${model}`} />}
    </details>
  );
}

function Sources({ risk: { model, sources, limits } }: Pick<RiskCardProps, 'risk'>): ReactElement {
  const own = useRiskWords();
  return (
    <details className="small">
      <summary>
        {own('source')}; {own('limits').toLocaleLowerCase(own.language)}
      </summary>
      <ul>
        {sources.map(({ title, where, address }) => (
          <li key={`${title} ${where}`}>
            {address === null ? title : <a href={address}>{title}</a>}
            {where !== '' && `, ${where}`}
          </li>
        ))}
      </ul>
      <ul>
        {limits.map((limit, place) => (
          <li key={limit.english}>
            {/* QFracture stands in a package of its own, with its words here. */}
            {model === 'qfracture-2012' ? own.of('limit', String(place)) : <Told {...limit} />}
          </li>
        ))}
      </ul>
    </details>
  );
}
