// The options for a broken hip, to talk over; nothing is ranked.

import type { AssessmentPage } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { OptionLists, type OptionTable } from './option-lists.tsx';
import { Standing } from './rules-line.tsx';

export function HipPanel(props: {
  readonly result: OptionTable;
  readonly rules: AssessmentPage['rules'];
  choose(choice: string): void;
}): ReactElement {
  return (
    <>
      <Standing standing={props.result.standing} />
      <OptionLists {...props} />
    </>
  );
}
