// Two images of one spine, the earlier and the later, vertebra beside vertebra: the outline of the six points, the grades, what
// changed and by which rule. Decision: nothing is chosen beforehand but the newest two; what cannot be compared says why.

import type { ComparableImages, ComparedImages } from '@breekpunt/server';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { decimal } from '../figures/number-words.ts';
import { dayInWords } from '../format/dates.ts';
import { RuleLink } from '../rules/rule-link.tsx';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';
import { levelName } from './measured-words.ts';
import { comparableQuery, comparedQuery } from './morphometry-queries.ts';
import { type MorphometrySay, useMorphometryWords } from './use-morphometry-words.ts';
import { VertebraOutline } from './vertebra-outline.tsx';

type Twice = ComparedImages['levels'][number];

export function CompareImages({ caseId }: { readonly caseId: number }): ReactElement | null {
  const say = useMorphometryWords();
  const found = useQuery(comparableQuery(caseId));
  const [earlier, setEarlier] = useState<number | null>(null);
  const [later, setLater] = useState<number | null>(null);
  // Of a single image there is nothing to compare, and a failure here must not hide the images themselves.
  if (found.data === undefined || found.data.length < 2) return null;
  const byDay = found.data.toSorted((a, b) => (a.takenOn < b.takenOn ? 1 : -1));
  const now = later ?? byDay[0]?.id ?? null;
  const then = earlier ?? byDay.find(({ id }) => id !== now)?.id ?? null;
  return (
    <section className="panel stack" aria-label={say('compare')}>
      <h2>{say('compare')}</h2>
      <p className="line">
        <ImageChoice label={say('compare.earlier')} images={byDay} chosen={then} choose={setEarlier} />
        <ImageChoice label={say('compare.later')} images={byDay} chosen={now} choose={setLater} />
      </p>
      {then !== null && now !== null && (
        <Compared caseId={caseId} earlier={then} later={now} images={byDay} />
      )}
    </section>
  );
}

function ImageChoice({
  label,
  images,
  chosen,
  choose,
}: {
  readonly label: string;
  readonly images: ComparableImages;
  readonly chosen: number | null;
  choose(image: number): void;
}): ReactElement {
  const say = useMorphometryWords();
  const appSay = useSay();
  return (
    <NativeSelect
      label={label}
      value={chosen ?? ''}
      onChange={({ currentTarget: { value } }) => choose(Number(value))}
      data={images.map(({ id, imaging, takenOn }) => ({
        value: String(id),
        label: `${say.of('imaging', imaging)}, ${dayInWords(takenOn, appSay)}`,
      }))}
    />
  );
}

function Compared({
  caseId,
  earlier,
  later,
  images,
}: {
  readonly caseId: number;
  readonly earlier: number;
  readonly later: number;
  readonly images: ComparableImages;
}): ReactElement {
  const say = useMorphometryWords();
  const appSay = useSay();
  const day = (image: number): string => images.find(({ id }) => id === image)?.takenOn ?? '';
  const inOrder = day(earlier) < day(later);
  const found = useQuery({ ...comparedQuery(caseId, earlier, later), enabled: inOrder });
  if (!inOrder) return <p className="unknown-line">{say('compare.notLater')}</p>;
  if (found.isPending) return <GreyRows rows={4} />;
  if (found.isLoadingError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const { levels } = found.data;
  const [then, now] = [found.data.earlier, found.data.later].map(({ takenOn }) =>
    dayInWords(takenOn, appSay),
  );
  return (
    <div className="table-scroll">
      <table className="plain compared-spines">
        <thead>
          <tr>
            <th>{say('compare.vertebra')}</th>
            <th>{then}</th>
            <th>{now}</th>
            <th>{say('compare.change')}</th>
          </tr>
        </thead>
        <tbody>
          {levels.map((twice) => (
            <tr key={twice.level} data-change={twice.measured?.change ?? twice.seen?.change}>
              <th scope="row">{levelName(twice.level, say.language)}</th>
              <td data-of={then}>
                <Then then={twice.before} say={say} />
              </td>
              <td data-of={now}>
                <Then then={twice.after} say={say} />
              </td>
              <td data-of={say('compare.change')}>
                <Change twice={twice} say={say} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Then({ then, say }: { readonly then: Twice['before']; readonly say: MorphometrySay }): ReactElement {
  const { readable, seen, measured, points } = then;
  if (readable === 'no') return <span className="unknown">{say('state.notReadable')}</span>;
  if (seen === null && measured === null) return <span className="unknown">{say('state.none')}</span>;
  return (
    <div className="line vertebra-then">
      {points !== null && <VertebraOutline points={points} />}
      <span>
        {measured !== null && (
          <>
            <strong>
              {measured.atLeast ? '≥ ' : ''}G{measured.grade}
            </strong>{' '}
            {say(`shape.${measured.shape}`)}, {lossInWords(measured.lossPercent, measured.lossMm, say)}
            <br />
          </>
        )}
        {seen !== null && (
          <span className="small muted">
            {seen === 0.5 ? say('state.suspected') : say('state.seen', { grade: seen })}
          </span>
        )}
      </span>
    </div>
  );
}

function Change({
  twice: { seen, measured, height },
  say,
}: {
  readonly twice: Twice;
  readonly say: MorphometrySay;
}): ReactElement {
  const lines = [
    ['measured', measured],
    ['seen', seen],
  ] as const;
  const told = lines.flatMap(([by, found]) => (found === null ? [] : [{ by, ...found }]));
  const firm = told.filter(({ change }) => change !== 'cannot-tell');
  return (
    <>
      {(firm.length > 0 ? firm : told.slice(0, 1)).map(({ by, change, reasons }) => (
        <p key={by}>
          {change === 'cannot-tell' ? (
            <span className="unknown">{say('change.cannot-tell')}</span>
          ) : (
            <>
              <strong>{say(`change.${change}`)}</strong> ({say(`compare.${by}`)})
            </>
          )}{' '}
          {reasons.map((rule) => (
            <RuleLink key={rule} id={rule} />
          ))}
        </p>
      ))}
      {height !== null && (
        <p className="small">
          {say('compare.height', {
            at: say(`at.${height.position}`),
            before: `${decimal(height.before, 1, say.language)} %`,
            after: `${decimal(height.after, 1, say.language)} %`,
          })}
          {height.mm !== null &&
            ` ${say('compare.mm', { mm: `${height.mm < 0 ? '−' : '+'}${decimal(Math.abs(height.mm), 1, say.language)}` })}`}
        </p>
      )}
    </>
  );
}

function lossInWords(percent: number, mm: number | null, say: MorphometrySay): string {
  const words = `${decimal(percent, 1, say.language)} %`;
  return mm === null ? words : `${words} (${decimal(mm, 1, say.language)} mm)`;
}
