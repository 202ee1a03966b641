// What the knowledge says in English, in the reader's own language where it has that. English among other words is marked as such,
// so that a screen reader does not read it as Dutch.

import type { KnowledgeIndex } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { useSay } from '../words/use-words.tsx';

interface ToldProps {
  readonly english: string;
  /** Null where it stands in English alone. */
  readonly told: KnowledgeIndex['parameters'][number]['meanings'];
}

export function Told({ english, told }: ToldProps): ReactElement {
  const { language } = useSay();
  if (language === 'en') return <span>{english}</span>;
  return told === null ? <span lang="en">{english}</span> : <span>{told[language]}</span>;
}
