// What the inbox says of a message that could not be read.

import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sayIn } from '../words/use-words.tsx';
import { unreadInWords } from './unread-in-words.ts';
import type { InboxSay } from './use-inbox-words.ts';
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };

const own = sayIn('nl', nl) as unknown as InboxSay;
const folder = `${import.meta.dirname}/../../../integrate/src`;

test('an incomplete message says where, what lacks and what to do', () => {
  expect(
    unreadInWords({ kind: 'incomplete-message', segment: 'PID', detail: 'no patient segment' }, own),
  ).toBe(
    'Het bericht is onvolledig bij PID: er is geen patiëntsegment (PID). Laat de afzender het hele bericht opnieuw sturen.',
  );
  expect(unreadInWords({ kind: 'unknown-charset', charset: 'ISO IR6' }, own)).toContain('ISO IR6');
});

describe.each(Object.entries({ nl, fr, en }))(
  'the words in %s',
  (_language, words: Readonly<Record<string, string>>) => {
    test('are there for every reason that the readers of messages give', () => {
      const reasons = readFileSync(`${folder}/reject-reason.ts`, 'utf8');
      const kinds = [...reasons.matchAll(/readonly kind: '([\w-]+)'/g)].map(([, kind = '']) => kind);
      expect(kinds.length).toBeGreaterThan(10);
      const missing = kinds.filter(
        (kind) => words[kind] === undefined && words[`${kind}.damaged`] === undefined,
      );
      expect(missing).toEqual([]);
    });

    test('are there for every detail of an HL7 message that is fixed', () => {
      const texts = globSync('hl7/!(*.test).ts', { cwd: folder }).map((file) =>
        readFileSync(`${folder}/${file}`, 'utf8'),
      );
      const details = texts.flatMap((text) =>
        [...text.matchAll(/(?:detail: |notOne\()'([^']+)'/g)].map(([, detail = '']) => detail),
      );
      expect(details.length).toBeGreaterThan(8);
      expect(details.filter((detail) => words[`detail.${detail}`] === undefined)).toEqual([]);
    });
  },
);
