// The last digits by which SNOMED CT and LOINC codes prove they were not mistyped.
// Sources: SNOMED CT Release File Specification, "Check-digit" (Verhoeff's dihedral scheme); LOINC Users' Guide,
// appendix on the mod 10 check digit.

/** Multiplication in the dihedral group of ten elements: rotations 0 to 4, reflections 5 to 9. */
function dihedral(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b) % 5) : (5 + a - b) % 5;
}

/** Verhoeff's permutation, applied once for each place from the right. */
const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4] as const;

function permuted(digit: number, times: number): number {
  let result = digit;
  for (let i = 0; i < times; i++) result = permutation[result] ?? 0;
  return result;
}

/** Whether a SNOMED CT identifier (digits only) ends in its Verhoeff check digit. */
export function hasSnomedCheckDigit(identifier: string): boolean {
  let check = 0;
  for (let place = 0; place < identifier.length; place++) {
    const digit = Number(identifier[identifier.length - 1 - place]);
    check = dihedral(check, permuted(digit, place % 8));
  }
  return check === 0;
}

/** Whether a LOINC code (digits, hyphen, digit) ends in its mod 10 check digit. */
export function hasLoincCheckDigit(code: string): boolean {
  const [number = '', given = ''] = code.split('-');
  let sum = 0;
  for (let place = 0; place < number.length; place++) {
    const digit = Number(number[number.length - 1 - place]);
    const weighted = place % 2 === 0 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return (10 - (sum % 10)) % 10 === Number(given);
}
