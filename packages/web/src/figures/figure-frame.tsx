// What every figure has besides its drawing: a caption that says the same in words (and is the drawing's own name for who
// cannot see it), notes, and the table it was drawn from.

import type { ReactElement, ReactNode } from 'react';
import { useFigureWords } from './use-figure-words.ts';

interface FigureFrameProps {
  readonly title: string;
  readonly caption: string;
  readonly viewBox: string;
  readonly notes?: ReactNode;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly className: string;
  readonly children: ReactNode;
}

export function FigureFrame(props: FigureFrameProps): ReactElement {
  const { title, caption, viewBox, notes, head, rows, className, children } = props;
  const say = useFigureWords();
  return (
    <section className="panel figure-panel" aria-label={title}>
      <h2>{title}</h2>
      <figure className={`clinical-figure ${className}`}>
        <svg viewBox={viewBox} role="img" aria-label={caption}>
          {children}
        </svg>
        <figcaption>{caption}</figcaption>
      </figure>
      {notes}
      <details>
        <summary>{say('table')}</summary>
        <div className="figure-table">
          <table className="plain">
            <thead>
              <tr>
                {head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells) => (
                <tr key={cells.join('|')}>
                  {cells.map((cell, at) => (
                    <td key={`${head[at]}`}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
