// What was decided lately on this screen: saving, saved, or not saved. The worklist and the case read it, "u" takes the last
// one back.
// Decision: a row changes at once and says that it is being saved; only the server's answer makes it saved. What failed
// stays, with its reason and a button to try again. The last ten stay open to undo.

import type { CaseVerdict, VerdictGiven } from '@breekpunt/server';
import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactElement,
  type ReactNode,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type Refusal, refusalFrom, request } from '../api/request.ts';

export interface Deed {
  readonly caseId: number;
  /** Whose, for the line that says what was saved. */
  readonly name: string;
  readonly verdict: CaseVerdict;
  readonly onVersion: number;
  readonly state: 'saving' | 'saved' | 'failed' | 'undoing';
  readonly at: Date | null;
  /** After it was saved. */
  readonly version: number | null;
  readonly refusal: Refusal | null;
}

export interface Deeds {
  /** Newest first. */
  readonly list: readonly Deed[];
  of(caseId: number): Deed | undefined;
  decide(
    on: { readonly id: number; readonly version: number; readonly name: string },
    verdict: CaseVerdict,
  ): void;
  retry(caseId: number): void;
  /** The newest one that is saved, when no case is named. */
  undo(caseId?: number): void;
  dismiss(caseId: number): void;
}

const kept = 10;

const DeedsContext = createContext<Deeds | null>(null);

export function DeedsProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const client = useQueryClient();
  const [list, setList] = useState<readonly Deed[]>([]);
  const latest = useRef(list);
  latest.current = list;
  const deeds = useMemo<Deeds>(() => {
    const replace = (caseId: number, change: Partial<Deed> | null): void =>
      setList((known) =>
        known.flatMap((deed) => {
          if (deed.caseId !== caseId) return [deed];
          return change === null ? [] : [{ ...deed, ...change }];
        }),
      );
    const refresh = (caseId: number): void => {
      void client.invalidateQueries({ queryKey: ['worklist', 'counts'] });
      void client.invalidateQueries({ queryKey: ['case', caseId] });
      void client.invalidateQueries({ queryKey: ['quality'] });
    };
    const save = async ({ caseId, onVersion, verdict }: Deed): Promise<void> => {
      try {
        const { version } = await request<VerdictGiven>('POST', `/api/cases/${caseId}/verdict`, {
          onVersion,
          ...verdict,
        });
        replace(caseId, { state: 'saved', at: new Date(), version, refusal: null });
        refresh(caseId);
      } catch (error) {
        replace(caseId, { state: 'failed', refusal: refusalFrom(error) });
      }
    };
    const takeBack = async ({ caseId, version }: Deed): Promise<void> => {
      try {
        await request<VerdictGiven>('POST', `/api/cases/${caseId}/undo`, { onVersion: version });
        replace(caseId, null);
        void client.invalidateQueries({ queryKey: ['worklist', 'page'] });
        refresh(caseId);
      } catch (error) {
        replace(caseId, { state: 'saved', refusal: refusalFrom(error) });
      }
    };
    return {
      list,
      of: (caseId) => list.find((deed) => deed.caseId === caseId),
      decide({ id, version, name }, verdict) {
        const deed: Deed = {
          caseId: id,
          name,
          verdict,
          onVersion: version,
          state: 'saving',
          at: null,
          version: null,
          refusal: null,
        };
        setList((known) => {
          const others = known.filter(({ caseId }) => caseId !== id);
          // A failed one is never pushed out: it is still to be saved.
          return [deed, ...others.filter(({ state }, place) => place < kept - 1 || state === 'failed')];
        });
        void save(deed);
      },
      retry(caseId) {
        const deed = latest.current.find((each) => each.caseId === caseId);
        if (deed === undefined) return;
        replace(caseId, { state: 'saving', refusal: null });
        void save(deed);
      },
      undo(caseId) {
        const deed = latest.current.find(
          (each) => each.state === 'saved' && (caseId === undefined || each.caseId === caseId),
        );
        if (deed === undefined) return;
        replace(deed.caseId, { state: 'undoing', refusal: null });
        void takeBack(deed);
      },
      dismiss: (caseId) => replace(caseId, null),
    };
  }, [list, client]);
  return <DeedsContext value={deeds}>{children}</DeedsContext>;
}

export function useDeeds(): Deeds {
  const deeds = useContext(DeedsContext);
  if (deeds === null) throw new Error('Verdicts are given outside the app');
  return deeds;
}
