// One image being read: the image with its points, the vertebrae beside it, the angle of the kyphosis, and saving. Decision:
// nothing is saved behind a reader's back; the line under the image says whether what is on the screen is kept.

import type { SpineImages } from '@breekpunt/server';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { decimal } from '../figures/number-words.ts';
import { clockTime } from '../format/dates.ts';
import { RuleLink } from '../rules/rule-link.tsx';
import { Failure, NotSaved } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';
import { editorFrom, readingsFrom, stepped } from './editor-state.ts';
import type { GreyImage, GreyWindow } from './grey-image.ts';
import { levelName } from './measured-words.ts';
import { contentQuery } from './morphometry-queries.ts';
import { PointEditor } from './point-editor.tsx';
import { useMeasurement } from './use-measurement.ts';
import { useMorphometryWords } from './use-morphometry-words.ts';
import { LevelList, VertebraPanel } from './vertebra-panel.tsx';

type Image = SpineImages['images'][number];

interface ImageReaderProps {
  readonly caseId: number;
  readonly image: Image;
  readonly levels: readonly string[];
}

export function ImageReader(props: ImageReaderProps): ReactElement {
  const content = useQuery(contentQuery(props.caseId, props.image.id));
  if (content.isPending) return <GreyRows rows={8} />;
  if (content.isLoadingError) return <Failure error={content.error} retry={() => void content.refetch()} />;
  return <Reader {...props} grey={content.data} />;
}

function Reader({
  caseId,
  image,
  levels,
  grey,
}: ImageReaderProps & { readonly grey: GreyImage }): ReactElement {
  const say = useMorphometryWords();
  const [state, step] = useReducer(stepped, image, (first) => editorFrom(first, levels));
  const [window, setWindow] = useState<GreyWindow>(grey.window);
  const [kyphosis, setKyphosis] = useState({
    upper: levels[0] ?? '',
    lower: levels.includes('T12') ? 'T12' : '',
  });
  const { scale, zoom, fit, frame } = useZoom(grey);
  const readings = useMemo(() => readingsFrom(state, levels), [state, levels]);
  const question = useMemo(
    () => ({
      mm: image.mm,
      vertebrae: readings.flatMap(({ level, points }) => (points === null ? [] : [{ level, points }])),
      kyphosis,
    }),
    [image.mm, readings, kyphosis],
  );
  const { answer, failed } = useMeasurement(question);
  const panel = { state, step, levels, measured: answer };
  const angle = answer?.kyphosis ?? null;
  return (
    <div className="image-reader" ref={frame}>
      <div className="stack image-side">
        <p className={image.scale === 'calibrated' ? 'small' : 'small scale-missing'}>
          {image.mm === null
            ? say(`scale.${image.scale === 'detector' ? 'detector' : 'none'}`)
            : say('scale.calibrated', { mm: decimal(image.mm.down, 3, say.language) })}
        </p>
        <ImageTools grey={grey} window={window} setWindow={setWindow} zoom={zoom} fit={fit} />
        <PointEditor {...panel} image={grey} window={window} scale={scale} zoom={zoom} />
        {failed && (
          <p className="error-text" role="alert">
            {say('measure.failed')}
          </p>
        )}
        <SaveLine caseId={caseId} image={image} readings={readings} />
      </div>
      <div className="stack">
        <VertebraPanel {...panel} />
        <LevelList {...panel} />
        <section className="panel stack" aria-label={say('kyphosis')}>
          <h2>{say('kyphosis')}</h2>
          <span className="line">
            {(['upper', 'lower'] as const).map((end) => (
              <NativeSelect
                key={end}
                label={say(`kyphosis.${end}`)}
                size="sm"
                value={kyphosis[end]}
                onChange={({ currentTarget: { value } }) => setKyphosis({ ...kyphosis, [end]: value })}
                data={levels.map((level) => ({ value: level, label: levelName(level, say.language) }))}
              />
            ))}
          </span>
          <p role="status">
            {angle === null
              ? say('kyphosis.none')
              : `${decimal(angle.degrees, 1, say.language)}° · ${say(`direction.${angle.direction}`)} · ${say(`angle.${angle.means}`)}`}
          </p>
          <p>
            <RuleLink id="VF18" />
          </p>
        </section>
      </div>
    </div>
  );
}

interface ImageToolsProps {
  readonly grey: GreyImage;
  readonly window: GreyWindow;
  setWindow(window: GreyWindow): void;
  zoom(factor: number): void;
  fit(): void;
}

function ImageTools({ grey, window, setWindow, zoom, fit }: ImageToolsProps): ReactElement {
  const say = useMorphometryWords();
  const [centre, width] = [(window.low + window.high) / 2, window.high - window.low];
  const of = (middle: number, wide: number): GreyWindow => ({
    low: middle - wide / 2,
    high: middle + wide / 2,
  });
  return (
    <div className="image-tools">
      <span className="line">
        <Button size="compact-sm" onClick={() => zoom(0.8)}>
          {say('zoom.out')} <kbd aria-hidden="true">−</kbd>
        </Button>
        <Button size="compact-sm" onClick={fit}>
          {say('zoom.fit')}
        </Button>
        <Button size="compact-sm" onClick={() => zoom(1.25)}>
          {say('zoom.in')} <kbd aria-hidden="true">+</kbd>
        </Button>
      </span>
      <label>
        {say('brightness')}{' '}
        <input
          type="range"
          min={0}
          max={100}
          value={Math.round(100 - (centre / grey.greatest) * 100)}
          onChange={({ currentTarget: { value } }) =>
            setWindow(of(((100 - Number(value)) / 100) * grey.greatest, width))
          }
        />
      </label>
      <label>
        {say('contrast')}{' '}
        <input
          type="range"
          min={0}
          max={98}
          value={Math.round(100 - (Math.min(width, grey.greatest) / grey.greatest) * 100)}
          onChange={({ currentTarget: { value } }) =>
            setWindow(of(centre, ((100 - Number(value)) / 100) * grey.greatest))
          }
        />
      </label>
      <Button size="compact-sm" onClick={() => setWindow(grey.window)}>
        {say('window.reset')}
      </Button>
    </div>
  );
}

interface SaveLineProps {
  readonly caseId: number;
  readonly image: Image;
  readonly readings: ReturnType<typeof readingsFrom>;
}

function SaveLine({ caseId, image, readings }: SaveLineProps): ReactElement {
  const appSay = useSay();
  const say = useMorphometryWords();
  const { site } = useSession();
  const client = useQueryClient();
  const [version, setVersion] = useState(image.version);
  const [kept, setKept] = useState(() => JSON.stringify(readings));
  const now = JSON.stringify(readings);
  const save = useMutation({
    mutationFn: () =>
      request<Pick<Image, 'version' | 'savedAt'>>(
        'PUT',
        `/api/cases/${caseId}/spine-images/${image.id}/readings`,
        { onVersion: version, readings },
      ),
    onMutate: () => now,
    onSuccess: async (saved, _nothing, sent) => {
      setVersion(saved.version);
      setKept(sent);
      await client.invalidateQueries({ queryKey: ['case', caseId] });
      await client.invalidateQueries({ queryKey: ['spine-images', caseId] });
    },
  });
  const unsaved = now !== kept;
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsaved]);
  const savedAt = save.data?.savedAt ?? image.savedAt;
  return (
    <div className="save-line">
      <p className="line">
        <Button variant="filled" onClick={() => save.mutate()}>
          {say('save')}
        </Button>
        <span role="status" className={unsaved ? undefined : 'muted'}>
          {save.isPending
            ? appSay('saving')
            : unsaved
              ? say('unsaved')
              : savedAt !== null && appSay('saved', { at: clockTime(savedAt, site.timeZone, say.language) })}
        </span>
      </p>
      <NotSaved error={save.error} />
    </div>
  );
}

function useZoom(grey: GreyImage): {
  readonly scale: number;
  readonly frame: React.RefObject<HTMLDivElement | null>;
  zoom(factor: number): void;
  fit(): void;
} {
  const frame = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  const fit = (): void => {
    const room = frame.current?.querySelector('.image-box')?.clientWidth ?? grey.width;
    // All of it in sight: a spine is read from above to below.
    const tall = document.documentElement.clientHeight * 0.72;
    setScale(Math.max(0.1, Math.min((room - 2) / grey.width, tall / grey.height)));
  };
  // Once, when it is known how much room there is.
  // Zooming by hand stays.
  useLayoutEffect(fit, [grey]);
  return {
    scale,
    frame,
    fit,
    zoom: (factor) => setScale((now) => Math.min(8, Math.max(0.1, now * factor))),
  };
}
