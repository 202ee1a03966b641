// A term of a concept as it is written, and all the terms it stands for. Decision: what a treatment is said to do is a verb and
// a thing in any of their many words, so a term may be a product: "(rem*|stop*) & (slijtage|verval)" stands for every verb
// with every thing, in both orders, with up to five words between. A new word is then written once.

const group = /\(([^()]*)\)/;

/** "(a|b) ~ c" → "a ~ c", "b ~ c"; "a & b" → "a ~ b", "b ~ a". */
export function termsFrom(written: string): readonly string[] {
  const sides = written.split('&').map((side) => alternatives(side.trim()));
  const [first = [], ...others] = sides;
  if (others.length === 0) return first;
  return others.reduce(
    (left, right) =>
      left.flatMap((one) => right.flatMap((other) => [`${one} ~ ${other}`, `${other} ~ ${one}`])),
    first,
  );
}

function alternatives(text: string): readonly string[] {
  const found = group.exec(text);
  if (found === null) return [text];
  const [whole, inside = ''] = found;
  return inside.split('|').flatMap((choice) => alternatives(text.replace(whole, choice.trim())));
}
