// One section of the assessment with its questions. The long lists (safety questions, risk scores) are folded, and say how
// many of them are answered: what a decision or a score needs of it is asked there.

import type { AssessmentPage, ShownField } from '@breekpunt/server';
import type { ReactElement, ReactNode } from 'react';
import { AnswerField } from './answer-field.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

const folded: ReadonlySet<ShownField['section']> = new Set<ShownField['section']>(['medicines', 'scores']);

export function SectionFields({
  section,
  page,
  children,
}: {
  readonly section: ShownField['section'];
  readonly page: AssessmentPage;
  readonly children: ReactNode;
}): ReactElement | null {
  const own = useAssessmentWords();
  const fields = page.fields.filter((field) => field.section === section);
  if (fields.length === 0) return null;
  const title = own(`section.${section}`);
  const answered = own('answered', {
    n: fields.filter(({ answer }) => answer !== null).length,
    of: fields.length,
  });
  const questions = (
    <div className="answer-grid">
      {fields.map(({ field }) => (
        <AnswerField key={field} id={field} />
      ))}
    </div>
  );
  return (
    <section className="panel stack" aria-label={title} id={`section-${section}`}>
      <h3>
        {title} <span className="muted small">{answered}</span>
      </h3>
      {children}
      {folded.has(section) ? (
        <details>
          <summary>{own('questions.more', { n: fields.length })}</summary>
          {questions}
        </details>
      ) : (
        questions
      )}
    </section>
  );
}
