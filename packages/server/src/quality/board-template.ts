// The pages of the board's report, in Typst. Words and numbers come as data.

export const boardTemplate = `
#let board = json(bytes(sys.inputs.data))
#let w = board.words
#let (year, month, day) = board.day
#set document(title: w.title + " - " + board.hospital, author: board.hospital, date: datetime(year: year, month: month, day: day))
#set text(font: "Atkinson Hyperlegible", size: 9.5pt, lang: board.language, fallback: false)
#set par(leading: 0.55em, spacing: 0.8em)
#set page(
  paper: "a4",
  margin: (x: 18mm, top: 18mm, bottom: 20mm),
  footer: context [
    #set text(size: 8pt)
    #board.hospital · #w.title #h(1fr) #w.page #counter(page).display("1 / 1", both: true)
  ],
)
#show heading.where(level: 1): it => block(above: 0em, below: 0.6em, text(size: 18pt, weight: "bold", it.body))
#show heading.where(level: 2): it => block(above: 1.4em, below: 0.7em, text(size: 13pt, weight: "bold", it.body))

= #w.title
#text(size: 12pt)[*#board.hospital* · #w.for]

#board.counted #if board.waiting != none [ #board.waiting ]

#if board.synthetic != none [ #block(stroke: 1pt, inset: 6pt)[*#board.synthetic*] ]

#w.rule #w.own

#if board.flow != none [
  == #w.flow
  #board.flow.note
  #let most = calc.max(1, ..board.flow.steps.map(step => step.size))
  #grid(
    columns: (38mm, 18mm, 24mm, 1fr),
    row-gutter: 5pt,
    align: (left + horizon, right + horizon, left + horizon, left + horizon),
    column-gutter: 8pt,
    ..board.flow.steps.map(step => (
      [#step.name],
      [*#step.count*],
      text(size: 8pt)[#step.lost],
      box(width: calc.max(0.4, 100 * step.size / most) * 1%, height: 9pt, fill: luma(90)),
    )).flatten()
  )
]

#let course(row) = {
  let (wide, high) = (34mm, 10mm)
  let n = row.course.len()
  let x(place) = if n < 2 { wide / 2 } else { wide * place / (n - 1) }
  let y(share) = high * (1 - share)
  box(width: wide, height: high, stroke: 0.3pt + luma(170), {
    if row.elsewhere >= 0 { place(line(start: (0mm, y(row.elsewhere)), end: (wide, y(row.elsewhere)), stroke: (paint: black, thickness: 0.5pt, dash: "dashed"))) }
    if row.median >= 0 { place(line(start: (0mm, y(row.median)), end: (wide, y(row.median)), stroke: (paint: luma(90), thickness: 0.5pt, dash: "dotted"))) }
    for place-of in range(n - 1) {
      let (a, b) = (row.course.at(place-of), row.course.at(place-of + 1))
      if a >= 0 and b >= 0 { place(line(start: (x(place-of), y(a)), end: (x(place-of + 1), y(b)), stroke: 0.8pt)) }
    }
    for place-of in range(n) {
      let share = row.course.at(place-of)
      if share >= 0 { place(dx: x(place-of) - 0.7pt, dy: y(share) - 0.7pt, circle(radius: 0.7pt, fill: black)) }
    }
  })
}

#for part in board.sets [
  == #part.name
  #table(
    columns: (auto, 1fr, 22mm, 32mm, 22mm, 36mm),
    stroke: (x, y) => if y == 0 { (bottom: 0.8pt) } else { (bottom: 0.3pt + luma(170)) },
    inset: (x: 3pt, y: 4pt),
    align: left + top,
    table.header([], [*#w.what*], [*#w.share*], [*#w.interval*], [*#w.level*], [*#w.course*]),
    ..part.rows.map(row => (
      [#row.number],
      [#row.name #linebreak() #text(size: 8pt)[#row.months#if row.reference != "" [ #linebreak() #w.reference: #row.reference]]],
      ..if row.instead != none { (table.cell(colspan: 4)[#emph(row.instead)],) } else {(
        [#text(size: 11pt, weight: "bold")[#row.share] #linebreak() #row.count],
        [#row.interval #if row.known != "" [ #linebreak() #text(size: 8pt)[#w.known: #row.known] ] #if row.before != "" [ #linebreak() #text(size: 8pt)[#w.before: #row.before] ]],
        [#row.level],
        [#if row.course.len() > 0 { course(row); linebreak() } #text(size: 7.5pt)[#row.signal]],
      )},
    )).flatten()
  )
  #text(size: 8pt)[#w.chartSays]
]

#if board.standards.len() > 0 [
  == #w.standards
  #table(
    columns: (auto, 1fr, 20mm, 1.4fr),
    stroke: (x, y) => if y == 0 { (bottom: 0.8pt) } else { (bottom: 0.3pt + luma(170)) },
    inset: (x: 3pt, y: 4pt),
    align: left + top,
    table.header([], [*#w.standard*], [*#w.now*], [*#w.next*]),
    ..board.standards.map(row => ([#row.number], [#row.name], [*#row.now*], [#row.next])).flatten()
  )
]
`;
