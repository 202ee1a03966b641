// A letter as a tagged PDF/A. The template stands here; how it becomes a page is in print/typeset.ts.

import type { Letterhead, LetterSection } from '@breekpunt/inform';
import { typeset } from '../print/typeset.ts';

export interface PrintedLetter {
  readonly language: 'nl' | 'fr' | 'en';
  readonly head: Letterhead;
  readonly phone: string | null;
  readonly title: string;
  readonly to: string;
  readonly about: string;
  readonly salutation: string;
  readonly sections: readonly LetterSection[];
  readonly closing: string;
  /** "Getekend door …", or that it is a draft. */
  readonly mark: string;
  readonly signed: boolean;
  /** For a patient: larger, and in letters made for weak eyes. */
  readonly large: boolean;
  readonly place: string;
  /** Of the page numbers. */
  readonly page: string;
  /** Year, month, day of the letter. */
  readonly day: readonly [number, number, number];
}

const template = `
#let letter = json(bytes(sys.inputs.data))
#let (year, month, day) = letter.day
#set document(title: letter.title, author: letter.head.hospital, date: datetime(year: year, month: month, day: day))
#set text(font: if letter.large { ("Atkinson Hyperlegible", "Libertinus Serif") } else { "Libertinus Serif" }, size: letter.size * 1pt, lang: letter.language, fallback: false)
#set par(leading: if letter.large { 0.62em } else { 0.56em }, spacing: if letter.large { 0.9em } else { 0.75em })
#set page(
  paper: "a4",
  margin: if letter.large { (x: 24mm, top: 20mm, bottom: 22mm) } else { (x: 22mm, top: 16mm, bottom: 19mm) },
  footer: context [
    #set text(size: 9pt)
    #letter.about #h(1fr) #letter.page #counter(page).display("1 / 1", both: true)
  ],
)
#show heading.where(level: 1): it => block(above: if letter.large { 1.4em } else { 0.9em }, below: if letter.large { 0.8em } else { 0.6em }, text(size: 1.36em, weight: "bold", it.body))
#show heading.where(level: 2): it => block(above: if letter.large { 1.1em } else { 0.9em }, below: 0.5em, text(size: 1.05em, weight: "bold", it.body))
// "[ ]" before a line is a box to tick by hand.
#let item(line) = if line.starts-with("[ ] ") {
  [#box(width: 0.85em, height: 0.85em, baseline: 12%, stroke: 0.8pt) #h(0.3em) #line.slice(4)]
} else { [#line] }
#let items(lines) = if lines.all(line => line.starts-with("[ ] ")) {
  for line in lines { par(item(line)) }
} else { list(..lines.map(item)) }
#let said(value) = if value == none or value == "" { } else { [#value#linebreak()] }
#text(size: 1.18em, weight: "bold")[#letter.head.hospital]#linebreak()
#said(letter.head.department)
#said((letter.head.address, letter.phone, letter.head.email).filter(part => part != none and part != "").join(" · "))
#line(length: 100%, stroke: 0.6pt)
#grid(columns: (1fr, auto), [#letter.to], [#letter.place])
#v(0.4em)
= #letter.title
#letter.about

#if not letter.signed [ #block(stroke: 1pt, inset: 6pt)[*#letter.mark*] ]

#letter.salutation

#for section in letter.sections.filter(section => section.body.trim() != "") [
  == #section.heading
  #let body = section.body.split("\\n")
  #let pending = ()
  #for line in body {
    if line.starts-with("- ") { pending.push(line.slice(2)) } else {
      if pending.len() > 0 { items(pending); pending = () }
      [#line#linebreak()]
    }
  }
  #if pending.len() > 0 { items(pending) }
]

#v(0.8em)
#letter.closing

#if letter.signed [ #letter.mark ]
`;

/** Points, the one to begin with first; a patient's never below clear print (RNIB: 12). */
const sizes = { doctor: [11, 10.5, 10], patient: [14, 13, 12] } as const;

/** The largest letters with which no sheet is spent on a last few lines. */
export function letterPdf(letter: PrintedLetter): Buffer {
  const [size, ...others] = sizes[letter.large ? 'patient' : 'doctor'];
  const first = typeset(template, { ...letter, size });
  if (first.pages === 1) return first.pdf();
  const smaller = others.map((next) => typeset(template, { ...letter, size: next }));
  const set = [first, ...smaller];
  const fewest = Math.min(...set.map(({ pages }) => pages));
  return (set.find(({ pages }) => pages === fewest) ?? first).pdf();
}
