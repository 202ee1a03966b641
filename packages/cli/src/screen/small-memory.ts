// Keeps the main thread from hoarding: by default the space for short-lived objects grows to more than all
// that the run keeps, because parsing makes much that lives for a moment. Reading threads have limits of
// their own.

import { setFlagsFromString } from 'node:v8';

export function keepMemorySmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
