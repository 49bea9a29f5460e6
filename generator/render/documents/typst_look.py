# SPDX-License-Identifier: Apache-2.0
"""How does a document look in PDF? The words that typst_source.py writes documents with, in typst."""

from generator.render.documents.paper import (
    BODY_SIZE,
    BOTTOM,
    COVER_SIZE,
    LEFT,
    LINE,
    NOTE_SIZE,
    PADDING,
    PAGE_NUMBER,
    PART_SIZE,
    RIGHT,
    SECTION_SIZE,
    TABLE_SIZE,
    TITLE_SIZE,
    TOP,
)

# Text is 1em high whatever the font says, so that a line's pitch is 1em and its leading.
LOOK = f"""
#let serif = "Noto Serif CJK SC"
#let sans = "Noto Sans CJK SC"
#let heavy(it) = text(font: sans, weight: "bold", it)
#let hairline = 0.5pt + black
#let note-size = {NOTE_SIZE}pt

// what is longer than a line may break anywhere
#let long(it) = for sign in it.clusters() {{ box(sign) }}

#let paper(foot: (), landscape: false, body) = {{
  set page(
    paper: "a4", flipped: landscape,
    margin: (top: {TOP}mm, bottom: {BOTTOM}mm, left: {LEFT}mm, right: {RIGHT}mm),
    footer-descent: 5mm,
    footer: context {{
      set text(size: note-size)
      set par(leading: 0.5em, justify: false)
      line(length: 100%, stroke: 0.3pt)
      v(-0.3em)
      let number = counter(page)
      let wide = page.width - {LEFT + RIGHT + PAGE_NUMBER}mm
      let fits(part) = measure(text(size: note-size, part)).width <= wide
      let fitted(part, cut) = if fits(part) {{ box(part) }} else {{ cut(part) }}
      let by-slashes(part) = part.matches(regex("[^/]*/|[^/]+")).map(it => fitted(it.text, long)).join()
      let words = foot.map(part => fitted(part, by-slashes))
      grid(columns: (wide, {PAGE_NUMBER}mm), align: (left, right), words.join("　"),
        "第 " + number.display() + " 页　共 " + str(number.final().first()) + " 页")
    }},
  )
  set text(font: serif, size: {BODY_SIZE}pt, lang: "zh", region: "cn", fallback: false,
    top-edge: 0.88em, bottom-edge: -0.12em, hyphenate: false)
  set par(leading: 0.75em, spacing: 0.75em, justify: true, linebreaks: "simple")
  set table(stroke: hairline, inset: (x: {PADDING}mm, y: {PADDING}mm), align: horizon)
  set heading(numbering: none)
  show heading: it => it.body
  show strong: it => heavy(it.body)
  body
}}

#let spaces(n) = box(width: n * 1em, height: 1em, stroke: (bottom: hairline), outset: (bottom: 1.5pt))
#let written(it) = underline(offset: 2.5pt, stroke: hairline, it)
#let box-of(ticked) = if ticked {{ box(place(dx: 0.12em, "√") + "□") }} else {{ "□" }}

#let head-1(level, it) = block(width: 100%, above: 3mm, below: 7mm, sticky: true,
  align(center, par(leading: 0.5em, justify: false,
    heading(level: level, text(size: {TITLE_SIZE}pt, heavy(it))))))
#let head-2(level, it) = block(above: 7mm, below: 4mm, sticky: true,
  heading(level: level, text(size: {PART_SIZE}pt, heavy(it))))
#let head-3(level, it) = block(above: 5.5mm, below: 3.5mm, sticky: true,
  heading(level: level, text(size: {SECTION_SIZE}pt, heavy(it))))

#let body(it) = par(first-line-indent: (amount: 2em, all: true), it)
#let point(depth, it) = pad(left: depth * 2em, body(it))
#let note(it) = {{ set text(size: note-size); par(leading: 0.55em, it) }}
#let note-line(it) = block(width: 100%, sticky: true, note(it))
#let centred(it) = align(center, par(justify: false, it))
#let right-hand(it) = align(right, par(justify: false, it))
#let label-line(it) = block(above: 5mm, below: 3mm, sticky: true, heavy(it))
#let ruled(lines) = {{
  for i in range(lines) {{
    block(above: 0pt, below: 0pt, width: 100%, height: {LINE + 1}mm, breakable: false,
      stroke: (bottom: 0.4pt + luma(120)))
  }}
  v(4mm)
}}

#let sheet(columns, heads, repeat, whole, above, below, ..rows) = block(
  above: above, below: below, width: 100%, breakable: not whole, {{
  set text(size: {TABLE_SIZE}pt)
  set par(leading: 0.5em, spacing: 0.5em, justify: false)
  let cells = rows.pos()
  let head = cells.slice(0, heads).flatten()
  table(columns: columns.map(wide => wide * 1fr),
    ..if heads > 0 {{ (table.header(repeat: repeat, ..head),) }},
    ..cells.slice(heads).flatten())
}})
// a head within a table, which typst never leaves alone at the end of a page
#let leads(..rows) = table.header(level: 2, repeat: false, ..rows.pos().flatten())
#let cell(across, down, whole, high, it) = table.cell(colspan: across, rowspan: down, breakable: not whole,
  if high > 0mm {{
    grid(columns: (0pt, 1fr), align: horizon, box(height: high - {2 * PADDING}mm), it)
  }} else {{ it }})
#let asks(it) = align(center, par(justify: false, it))
#let room(lines) = block(above: 0pt, below: 0pt, height: lines * {LINE}mm)

#let cover(title, level, foot, lines) = {{
  v(24%)
  align(center, par(leading: 0.7em, justify: false,
    heading(level: level, text(size: {COVER_SIZE}pt, heavy(title)))))
  v(1fr)
  set text(size: {SECTION_SIZE}pt)
  pad(left: 12%, right: 10%, lines)
  v(1fr)
  align(center, foot)
  v(4%)
  pagebreak(weak: true)
}}
#let cover-lines(..pairs) = grid(columns: (auto, 1fr), row-gutter: 7mm, column-gutter: 2mm, align: bottom,
  ..pairs.pos().flatten())
#let cover-line(asked, it, after) = (asked, grid(columns: (1fr, auto), align: bottom,
  block(width: 100%, stroke: (bottom: hairline), outset: (bottom: 2pt), it), after))
#let cover-flow(it) = grid.cell(colspan: 2, it)
"""
