// The title of a question as a part of a sentence: "Vraag nog: zwanger, MRI van beide heupen". A title begins with a capital
// because it stands alone; within a sentence only abbreviations and names keep theirs.

/** First words that are a person's name. */
const names: ReadonlySet<string> = new Set(['Garden', 'Kerboul', 'Parkinson’s', 'Pauwels']);

export function titleInSentence(title: string): string {
  const words = title.replace(/\s*\?$/, '');
  const [first = ''] = words.split(/[\s,(]/);
  // More than one capital (MRI, OF-klasse), or a single letter before a hyphen (T-score).
  const keeps = names.has(first) || /\p{Lu}.*\p{Lu}|^\p{Lu}(?:-|$)/u.test(first);
  return keeps ? words : words.slice(0, 1).toLocaleLowerCase() + words.slice(1);
}
