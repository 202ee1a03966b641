// A file of HL7 v2 messages to its messages, each as it would come over MLLP. One decision: whatever stands outside a
// message is counted and not dropped in silence. It reads no message.

import { defaultLimits } from '../read-limits.ts';
import { MessageFrames } from './message-frames.ts';

export interface SplitMessages {
  readonly messages: readonly { readonly bytes: Uint8Array; readonly line: number }[];
  /** Lines outside any message, messages cut off or too large: the line on which each begins. */
  readonly broken: readonly number[];
}

export function splitMessages(bytes: Uint8Array): SplitMessages {
  const messages: { bytes: Uint8Array; line: number }[] = [];
  const broken: number[] = [];
  const frames = new MessageFrames(defaultLimits.itemSize, {
    message({ bytes: message, line, tooLarge, unclosed }) {
      if (tooLarge || unclosed) broken.push(line);
      else messages.push({ bytes: message.slice(), line });
    },
    orphan: ({ line }) => void broken.push(line),
  });
  frames.push(bytes);
  frames.end();
  return { messages, broken };
}
