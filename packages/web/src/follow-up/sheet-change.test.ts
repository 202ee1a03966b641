import { expect, test } from 'vitest';
import { isNothing, type SheetChange, stillWaiting, together } from './sheet-change.ts';

const change = (answers: SheetChange['answers'], rest: SheetChange = {}): SheetChange => ({
  ...rest,
  ...(answers && { answers }),
});

test('answers given one after the other wait together, the last to a question counts', () => {
  const both = together(change({ fall: 'yes' }), change({ fall: 'no', jaw: 'yes' }, { note: 'belt terug' }));
  expect(both).toEqual({ note: 'belt terug', answers: { fall: 'no', jaw: 'yes' } });
});

test('what the server took no longer waits', () => {
  const sent = change({ fall: 'yes' }, { owner: null });
  expect(isNothing(stillWaiting(sent, sent))).toBe(true);
});

test('an answer given while another was under way still waits', () => {
  const sent = change({ fall: 'yes' });
  expect(stillWaiting(together(sent, change({ jaw: 'no' })), sent)).toEqual({ answers: { jaw: 'no' } });
});

test('an answer that was changed while it was under way still waits', () => {
  const sent = change({ fall: 'yes' }, { note: 'a' });
  const later = change({ fall: 'no' }, { note: 'ab' });
  expect(stillWaiting(together(sent, later), sent)).toEqual({ note: 'ab', answers: { fall: 'no' } });
});
