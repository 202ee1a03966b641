// What came back from the patient's guide: what to explain again, what is not ready for home, what they ask and weighed.

import type { GuidePanel } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { dayInWords } from '../format/dates.ts';
import { useSay } from '../words/use-words.tsx';
import { useGuideWords } from './use-guide-words.ts';

export function PatientSaidList({ said }: { readonly said: GuidePanel['said'] }): ReactElement | null {
  const words = useGuideWords();
  const say = useSay();
  const { teachBack, goingHome, atHome, questions, weighed } = said;
  const nothing = teachBack === null && goingHome === null && atHome === null;
  if (nothing && questions.length + weighed.length === 0) return null;
  return (
    <section className="stack" aria-label={words('said.title')}>
      <h3>{words('said.title')}</h3>
      {teachBack !== null &&
        (teachBack.again.length === 0 ? (
          <p>{words('said.understood', { n: teachBack.answered })}</p>
        ) : (
          <Lines title={words('said.again')} lines={teachBack.again} />
        ))}
      {goingHome !== null &&
        (goingHome.open.length === 0 ? (
          <p>{words('said.allReady')}</p>
        ) : (
          <Lines
            title={words('said.ready', { n: goingHome.ready, of: goingHome.ready + goingHome.open.length })}
            lines={goingHome.open}
          />
        ))}
      {atHome !== null &&
        (atHome.length === 0 ? (
          <p>{words('said.homeFine')}</p>
        ) : (
          <Lines title={words('said.atHome')} lines={atHome} />
        ))}
      {questions.length > 0 && <Lines title={words('said.questions')} lines={questions} />}
      {weighed.map(({ grid, on, text }) => (
        <details key={grid}>
          <summary>{words('said.weighed', { day: dayInWords(on, say) })}</summary>
          <p className="guide-weighed">{text}</p>
        </details>
      ))}
    </section>
  );
}

function Lines({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly string[];
}): ReactElement {
  return (
    <div>
      <p>
        <strong>{title}</strong>
      </p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
