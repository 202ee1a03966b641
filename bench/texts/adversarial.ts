// Texts nobody dictates, made to find the step that looks back: one thing repeated without end. Each is a
// recipe for any length, so that cost per character can be compared between lengths.

export interface Adversary {
  readonly name: string;
  readonly unit: string;
}

export const adversaries: readonly Adversary[] = [
  { name: 'denials without end', unit: 'geen ' },
  { name: 'fractures without end', unit: 'fractuur ' },
  { name: 'denied fractures without a stop', unit: 'geen fractuur ' },
  { name: 'commas only', unit: ', ' },
  { name: 'a range of levels without end', unit: 'L1-L2-' },
  { name: 'a list of levels without end', unit: 'D12, L1, ' },
  { name: 'one word without a space', unit: 'fractuur' },
  { name: 'one letter', unit: 'a' },
  { name: 'all line breaks', unit: '\n' },
  { name: 'open coordination', unit: 'pols- en heup- en ' },
  { name: 'sites without a fracture', unit: 'heup pols enkel ' },
  { name: 'headings without text', unit: 'Besluit: ' },
  { name: 'question marks', unit: '? ' },
  { name: 'full stops', unit: '.' },
  { name: 'digits', unit: '1234567890 ' },
  { name: 'hashes', unit: '# ' },
  { name: 'brackets', unit: '(' },
  { name: 'combining accents', unit: 'e\u0301' },
  { name: 'surrogate pairs', unit: '🦴 ' },
  { name: 'sentences that contradict each other', unit: 'Fractuur L1. Geen fractuur L1. ' },
  { name: 'years', unit: 'polsfractuur 2014 ' },
  { name: 'French denials', unit: "pas d'argument pour une fracture ni " },
  { name: 'German compounds', unit: 'Schenkelhalsfraktur' },
];

export function adversarialText(adversary: Adversary, length: number): string {
  return adversary.unit.repeat(Math.ceil(length / adversary.unit.length)).slice(0, length);
}
