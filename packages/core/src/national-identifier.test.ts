import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBsn, checkInsz, normaliseBsn, normaliseInsz } from './national-identifier.ts';

const seed = { seed: 20_261_121 };

/** Any first nine digits with the check digits of somebody born before 2000, or since. */
function insz(nine: number, since2000: boolean): string {
  const check = 97 - (((since2000 ? 2_000_000_000 : 0) + nine) % 97);
  return `${String(nine).padStart(9, '0')}${String(check).padStart(2, '0')}`;
}

describe('INSZ', () => {
  test.each([
    ['somebody born in 1985, as printed on the card', '85.07.30-033.28'],
    ['the same digits without marks', '85073003328'],
    ['somebody born in 2000, by the rule with a 2 in front', '00012556777'],
    ['a bis number, whose month is raised by 40', insz(854_730_033, false)],
    ['somebody whose day of birth is unknown', insz(400_000_001, false)],
  ])('accepts %s', (_who, number) => {
    expect(checkInsz(number)).toBe('valid');
  });

  test('refuses one digit changed', () => {
    expect(checkInsz('85.07.30-033.29')).toBe('invalid-check-digit');
  });

  test.each(['', '8507300332', '850730033281', '85073003A28', '00000000000'])(
    '%j is no INSZ at all',
    (text) => {
      expect(checkInsz(text)).toBe('malformed');
    },
  );

  test('accepts every number made by either rule and finds any single wrong digit among the first nine', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999_999 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (nine, since2000, place, by) => {
          const number = insz(nine, since2000);
          expect(checkInsz(number)).toBe('valid');
          const wrong = number.split('');
          wrong[place] = String((Number(wrong[place]) + by) % 10);
          // The two rules differ by 2,000,000,000 mod 97 = 68: one wrong digit can lead from one into the other.
          const difference = Math.abs(Number(wrong.join('').slice(0, 9)) - nine) % 97;
          fc.pre(difference !== 68 && difference !== 97 - 68);
          expect(checkInsz(wrong.join(''))).not.toBe('valid');
        },
      ),
      seed,
    );
  });

  test('is the same number however it is written', () => {
    expect(normaliseInsz(' 85.07.30-033.28 ')).toBe(normaliseInsz('850730 033 28'));
  });
});

describe('BSN', () => {
  test.each(['999911120', '111222333', '999900250', '1112.22.333'])(
    'accepts the test number %s',
    (number) => {
      expect(checkBsn(number)).toBe('valid');
    },
  );

  test('accepts a number whose leading zero a spreadsheet dropped', () => {
    expect(normaliseBsn('10000008')).toBe('010000008');
    expect(checkBsn('10000008')).toBe(checkBsn('010000008'));
  });

  test.each(['', '1112223334', '11122233', '11122233X', '000000000'])('%j is not accepted', (text) => {
    expect(checkBsn(text)).not.toBe('valid');
  });

  test('finds any single wrong digit and any two neighbours exchanged', () => {
    const valid = fc.integer({ min: 1, max: 99_999_999 }).map((eight) => {
      for (let last = 0; last < 10; last++) {
        const number = `${String(eight).padStart(8, '0')}${last}`;
        if (checkBsn(number) === 'valid') return number;
      }
      return undefined;
    });
    fc.assert(
      fc.property(
        valid,
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (number, place, by) => {
          fc.pre(number !== undefined);
          const digits = (number ?? '').split('');
          const one = digits.with(place, String((Number(digits[place]) + by) % 10));
          expect(checkBsn(one.join(''))).not.toBe('valid');
          const [a = '', b = ''] = [digits[place], digits[place + 1]];
          fc.pre(place < 8 && a !== b);
          expect(
            checkBsn(
              digits
                .with(place, b)
                .with(place + 1, a)
                .join(''),
            ),
          ).toBe('invalid-check-digit');
        },
      ),
      seed,
    );
  });
});
