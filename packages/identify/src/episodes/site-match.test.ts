import type { FractureSite, Side, VertebralLevel } from '@breekpunt/core';
import { describe, expect, test } from 'vitest';
import { covers, matchPlaces, type Place } from './site-match.ts';

function place(site: FractureSite, side: Side | null = null, levels: readonly VertebralLevel[] = []): Place {
  return { site, side, levels, periprosthetic: false };
}

describe('two statements about one place', () => {
  test.each([
    ['hip.unspecified', 'hip.femoral-neck', 'general'],
    ['pelvis.other', 'pelvis.pubic-ramus', 'general'],
    ['vertebra.unspecified', 'vertebra.lumbar', 'general'],
    ['hip.femoral-neck', 'hip.trochanteric', 'differs'],
    ['wrist.distal-radius', 'wrist.other', 'none'],
    ['pelvis.pubic-ramus', 'pelvis.sacrum', 'none'],
    ['rib', 'rib', 'same'],
    ['unspecified', 'rib', 'unspecified'],
    ['vertebra.thoracic', 'vertebra.lumbar', 'none'],
  ] as const)('%s and %s: %s, in either order', (a, b, expected) => {
    expect(matchPlaces(place(a), place(b))).toBe(expected);
    expect(matchPlaces(place(b), place(a))).toBe(expected);
  });

  test('left and right are two bones; a side that nobody named fits both', () => {
    expect(matchPlaces(place('hip.femoral-neck', 'left'), place('hip.femoral-neck', 'right'))).toBe('none');
    expect(matchPlaces(place('hip.femoral-neck', 'left'), place('hip.femoral-neck'))).toBe('same');
    expect(matchPlaces(place('rib', 'both'), place('rib', 'left'))).toBe('same');
  });

  test('vertebrae agree when they share a level', () => {
    const t12 = place('vertebra.thoracic', null, ['T11', 'T12']);
    expect(matchPlaces(t12, place('vertebra.thoracic', null, ['T12']))).toBe('same');
    expect(matchPlaces(t12, place('vertebra.thoracic', null, ['T8']))).toBe('none');
    expect(matchPlaces(t12, place('vertebra.thoracic'))).toBe('general');
  });

  test('around a hip stem, hip and femur are one place', () => {
    const stem = { ...place('femur.shaft', 'left'), periprosthetic: true };
    expect(matchPlaces(stem, { ...place('hip.unspecified', 'left'), periprosthetic: true })).toBe('differs');
    expect(matchPlaces(place('femur.shaft'), place('hip.unspecified'))).toBe('none');
  });
});

describe('what a denial covers', () => {
  test('a denied hip covers the neck, a denied neck does not cover the hip', () => {
    expect(covers(place('hip.unspecified'), place('hip.femoral-neck', 'left'))).toBe(true);
    expect(covers(place('hip.femoral-neck'), place('hip.unspecified'))).toBe(false);
  });

  test('a denied level covers that level only', () => {
    expect(covers(place('vertebra.lumbar', null, ['L1']), place('vertebra.lumbar', null, ['L1', 'L2']))).toBe(
      false,
    );
    expect(covers(place('vertebra.unspecified'), place('vertebra.lumbar', null, ['L1', 'L2']))).toBe(true);
    expect(covers(place('vertebra.lumbar', null, ['L1']), place('vertebra.lumbar'))).toBe(false);
  });

  test('a denied left side does not cover a suspicion without a side, and nothing is covered by nothing named', () => {
    expect(covers(place('hip.unspecified', 'left'), place('hip.femoral-neck'))).toBe(false);
    expect(covers(place('unspecified'), place('unspecified'))).toBe(false);
  });
});
