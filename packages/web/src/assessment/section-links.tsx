// The sections of the assessment as a row of links, where they stand so far under each other that nobody sees the next one: on a
// telephone and on a narrow screen.

import type { AssessmentPage, ShownField } from '@breekpunt/server';
import type { ReactElement } from 'react';
import './section-links.css';
import { useAssessmentWords } from './use-assessment-words.ts';

/** In the order of the page. */
export const sectionsInOrder = [
  'visit',
  'fracture',
  'density',
  'blood',
  'falls',
  'risk',
  'scores',
  'hip',
  'vertebra',
  'joint',
  'pain',
  'medicines',
] as const satisfies readonly ShownField['section'][];

export function SectionLinks({ page }: { readonly page: AssessmentPage }): ReactElement {
  const own = useAssessmentWords();
  const asked = new Set(page.fields.map(({ section }) => section));
  return (
    <nav className="section-links" aria-label={own('sections')}>
      {sectionsInOrder
        .filter((section) => asked.has(section))
        .map((section) => (
          <a key={section} href={`#section-${section}`}>
            {own(`section.${section}`)}
          </a>
        ))}
      <a href="#decision">{own('decisions')}</a>
    </nav>
  );
}
