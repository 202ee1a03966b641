// The measurement of the points as they stand, asked of the server while they move: one question under way at a time, and
// the newest next, so that answers never overtake each other and a slow line only makes them fewer.

import type { MeasuredImage } from '@breekpunt/server';
import { useEffect, useRef, useState } from 'react';
import { request } from '../api/request.ts';

export interface MeasureQuestion {
  readonly mm: { readonly across: number; readonly down: number } | null;
  readonly vertebrae: readonly {
    readonly level: string;
    readonly points: readonly ({ readonly x: number; readonly y: number } | null)[];
  }[];
  readonly kyphosis: { readonly upper: string; readonly lower: string } | null;
}

export interface Measurement {
  readonly answer: MeasuredImage | null;
  /** The last question was not answered: what is shown may be old. */
  readonly failed: boolean;
}

export function useMeasurement(question: MeasureQuestion): Measurement {
  const [measurement, setMeasurement] = useState<Measurement>({ answer: null, failed: false });
  const waiting = useRef<MeasureQuestion | null>(null);
  const busy = useRef(false);
  useEffect(() => {
    waiting.current = question;
    if (busy.current) return;
    busy.current = true;
    const run = async (): Promise<void> => {
      while (waiting.current !== null) {
        const asked = waiting.current;
        waiting.current = null;
        try {
          const answer = await request<MeasuredImage>('POST', '/api/morphometry/measure', asked);
          setMeasurement({ answer, failed: false });
        } catch {
          setMeasurement(({ answer }) => ({ answer, failed: true }));
        }
      }
      busy.current = false;
    };
    void run();
  }, [question]);
  return measurement;
}
