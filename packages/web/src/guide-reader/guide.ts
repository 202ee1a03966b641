// What a script adds to the patient's guide, which works without: ticking without waiting, clocks, reading aloud, sharing,
// printing, and keeping the guide for when there is no connection.
// Decision: plain functions over the pages as they came; no library, nothing newer than a phone of ten years ago has.

import { clocks } from './clocks.ts';
import { homeCheck } from './home-check.ts';
import { keepOffline } from './keep-offline.ts';
import { readAloud } from './read-aloud.ts';
import { buttons } from './small-buttons.ts';
import { ticks } from './ticks.ts';

const root = document.documentElement;
const path = document.body.getAttribute('data-guide');

root.classList.add('scripted');
// A page that was kept for offline carries the size of the day it was kept.
const look = /(?:^|; )(?:__Secure-)?breekpunt-look=([123])\.(auto|light|dark|strong)/.exec(document.cookie);
if (look !== null) {
  root.setAttribute('data-size', look[1] ?? '1');
  root.setAttribute('data-contrast', look[2] ?? 'auto');
}
clocks();
buttons();
homeCheck();
readAloud();
if (path !== null) {
  ticks(path);
  keepOffline(path);
}
