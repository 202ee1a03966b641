// Whose case a transfer is about; nobody knows that here before it was taken in.

import type { CaseTransfers } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { nameOf } from '../format/people.ts';
import { useSay } from '../words/use-words.tsx';

export function TransferredPatient({
  of: { patient, case: id },
}: {
  readonly of: CaseTransfers['transfers'][number];
}): ReactElement | null {
  const say = useSay();
  if (patient === null || id === null) return null;
  return <Link href={`/cases/${id}`}>{nameOf(patient, say)}</Link>;
}
