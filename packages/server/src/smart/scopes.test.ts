import { describe, expect, test } from 'vitest';
import { grantedScopes, isSystemScope } from './scopes.ts';

describe('scopes', () => {
  test('are of systems and for reading; anything else is refused where it is registered', () => {
    for (const scope of ['system/*.read', 'system/Patient.rs']) expect(isSystemScope(scope)).toBe(true);
    for (const scope of [
      'system/*.write',
      'system/*.*',
      'system/Patient.cruds',
      'patient/*.read',
      'user/*.read',
      'system/patient.read',
    ])
      expect(isSystemScope(scope)).toBe(false);
  });

  test('are given as asked, when each of them is covered', () => {
    expect(grantedScopes(['system/Patient.rs'], ['system/*.read'])).toEqual(['system/Patient.rs']);
    expect(grantedScopes(['system/*.read'], ['system/Patient.read'])).toBeNull();
    expect(grantedScopes(['system/Patient.rs', 'system/Condition.rs'], ['system/Patient.rs'])).toBeNull();
  });
});
