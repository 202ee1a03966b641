// A few patients whose reports came in German or English: from the German-speaking east of the country,
// or from a hospital abroad.

import { codeFor } from './codes.ts';
import type { Draft } from './patient.ts';
import { tell } from './piece.ts';
import { about, breakBone, breakVertebra, type Scene } from './scene.ts';
import { intent } from './statement.ts';

const german = {
  wrist: [
    'Rö Handgelenk {seite} in 2 Ebenen\nFragestellung: Sturz, Fraktur?\nBefund: [[Distale Radiusfraktur {seite}]] mit dorsaler Abkippung. Weichteilschwellung.',
    'Handgelenk {seite}: nach Sturz zu Hause [[Radiusfraktur loco typico]], gering disloziert. Gips.',
  ],
  hip: [
    'Sturz im Badezimmer. Bein {seite} verkürzt und außenrotiert. Rö: [[mediale Schenkelhalsfraktur {seite}]]. Aufnahme Unfallchirurgie.',
  ],
  oldSpine: [
    'CT Abdomen. Kein Abszess. Kleiner Leistenbruch. Skelett: ältere [[Sinterung {wk}]], unverändert. Keine freie Luft.',
    'Rö-Thorax: keine Infiltrate. Bekannte alte [[Deckplattenimpressionsfraktur {wk}]].',
  ],
  none: [
    'Rö Becken: kein Nachweis einer [[Fraktur]]. Coxarthrose beidseits.',
    'BWS/LWS nach Sturz: keine [[Fraktur]]. Osteochondrose.',
  ],
};

const english = {
  wrist: [
    'XR {side} wrist\nFall on outstretched hand.\n[[Distal radius fracture]] with dorsal angulation. No carpal fracture line seen.',
    'Holiday injury letter: slipped by the pool, [[{side} distal radius fracture]], plated abroad last week.',
  ],
  hip: ['XR pelvis. Fell at home. [[Displaced intracapsular fracture of the {side} neck of femur]].'],
  oldSpine: [
    'CT chest: no PE. Chronic [[compression fracture of {level}]], unchanged. Emphysema.',
    'CXR: no consolidation. Old [[wedge fracture {level}]].',
  ],
  none: ['XR {side} hip: no [[fracture]]. Mild OA.', 'CXR: clear lungs. No rib [[fracture]].'],
};

/** One report in another language. */
export function visitor(scene: Scene, language: 'de' | 'en'): void {
  const { random } = scene;
  const day = random.int(scene.start, scene.end);
  const texts = language === 'de' ? german : english;
  const what = random.pick(['wrist', 'hip', 'oldSpine', 'none'] as const);
  if (what === 'none') {
    const side = random.chance(0.5) ? 'left' : 'right';
    const piece = tell(random, texts.none, slotsFor(side, ''), intent('unspecified', { presence: 'absent' }));
    record(scene, { day, kind: 'xray', language, piece, codes: [] });
    return;
  }
  if (what === 'oldSpine') {
    const injury = breakVertebra(scene, { day: null, state: 'old' });
    const level = injury.episode.levels[0] ?? 'L1';
    const piece = tell(random, texts.oldSpine, slotsFor(null, level), about(injury, 'old'));
    record(scene, { day, kind: 'ct', language, piece, codes: [] });
    return;
  }
  const injury = breakBone(scene, what === 'hip' ? 'hip.femoral-neck' : 'wrist.distal-radius', { day });
  const piece = tell(random, texts[what], slotsFor(injury.episode.side, ''), about(injury, 'acute'));
  record(scene, {
    day,
    kind: what === 'hip' ? 'ed' : 'xray',
    language,
    piece,
    codes: random.chance(0.3) ? [codeFor(injury.episode, 'A')] : [],
  });
}

function record(scene: Scene, draft: Draft): void {
  scene.drafts.push(draft);
}

function slotsFor(side: 'left' | 'right' | 'both' | null, level: string): Record<string, string> {
  const wk = level.startsWith('T') ? `BWK ${level.slice(1)}` : `LWK ${level.slice(1)}`;
  return { side: side === 'left' ? 'left' : 'right', seite: side === 'left' ? 'links' : 'rechts', level, wk };
}
