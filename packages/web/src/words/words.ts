// Fills the gaps of a sentence: "{n} nieuwe" with n = 3. A gap without a value stays visible, so that it is noticed.

export type Words = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;

export function fill(sentence: string, values: Values): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}
