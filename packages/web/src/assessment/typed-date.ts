// A birth date as people type it, day first: 12-3-1941, 12/03/1941, 12.3.1941, 12031941; or year first. What cannot be
// read is passed on as it is, and the server will not know the patient by it.

export function typedDate(text: string): string {
  const plain = text.trim();
  const [, day, month, year] =
    /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(plain) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(plain) ?? [];
  if (day === undefined || month === undefined || year === undefined) return plain;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
