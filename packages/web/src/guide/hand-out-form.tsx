// Hands out a link, its PIN or its sheet, for the right patient alone.

import type { GuidePanel, GuideSheet } from '@breekpunt/server';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { request } from '../api/request.ts';
import { ConfirmForm } from './confirm-form.tsx';

interface HandOutProps {
  readonly caseId: number;
  readonly asks: GuidePanel['asks'];
  /** Under /api/cases/…/guide/links. */
  readonly path: string;
  readonly button: string;
  readonly more?: Readonly<Record<string, unknown>>;
  readonly children?: ReactNode;
  made(sheet: GuideSheet): void;
  stop(): void;
}

export function HandOutForm(props: HandOutProps): ReactElement {
  const { caseId, asks, path, button, more = {}, children, made, stop } = props;
  const client = useQueryClient();
  const hand = useMutation({
    mutationFn: (confirm: string) =>
      request<GuideSheet>('POST', `/api/cases/${caseId}/guide/links${path}`, { confirm, ...more }),
    onSuccess: async (sheet) => {
      made(sheet);
      await client.invalidateQueries({ queryKey: ['case', caseId, 'guide'] });
    },
  });
  return (
    <ConfirmForm asks={asks} button={button} hand={hand} stop={stop}>
      {children}
    </ConfirmForm>
  );
}
