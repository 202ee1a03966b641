// Why something could not be read, in the reader's words: what was expected, what came, what to do. The sender is answered in English
// (its ACK), as those who connect systems expect. Nothing of the message stands here but names of its parts.

import type { InboxLine } from '@breekpunt/server';
import type { InboxSay } from './use-inbox-words.ts';

type Unread = NonNullable<NonNullable<InboxLine['reason']>['unread']>;

export function unreadInWords(unread: Unread, own: InboxSay): string {
  switch (unread.kind) {
    case 'unreadable-pdf':
      return own(`unreadable-pdf.${unread.why}`, { element: unread.element });
    case 'incomplete-message':
    case 'bad-segment':
      return own(unread.kind, { segment: unread.segment, detail: own.of('detail', unread.detail) });
    default: {
      const { kind, ...facts } = unread;
      return own(kind, facts);
    }
  }
}
