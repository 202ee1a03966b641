// In which language a guide is made. German stands there and cannot be chosen: its content is missing.

import { NativeSelect } from '@mantine/core';
import type { ReactElement } from 'react';
import { useGuideWords } from './use-guide-words.ts';

export const guideLanguages = ['nl', 'fr', 'en'] as const;

export function GuideLanguage({
  language,
  choose,
}: {
  readonly language: string;
  choose(language: string): void;
}): ReactElement {
  const words = useGuideWords();
  return (
    <NativeSelect
      label={words('language')}
      value={language}
      onChange={({ currentTarget: { value } }) => choose(value)}
      data={[
        ...guideLanguages.map((value) => ({ value, label: words(`lang.${value}`) })),
        { value: 'de', label: words('lang.de'), disabled: true },
      ]}
    />
  );
}
