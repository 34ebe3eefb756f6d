export interface TooltipRow {
  /** before the sentence, in its colour */
  name?: string
  colour?: string
  text: string
}

/** A heading and sentences under it, as elements: names come from the data and are no HTML. */
export function tooltipOf(title: string, rows: TooltipRow[]): HTMLElement {
  const box = document.createElement('div')
  const heading = document.createElement('b')
  heading.textContent = title
  box.append(heading)
  for (const { name, colour, text } of rows) {
    const row = document.createElement('div')
    if (name !== undefined) {
      const label = document.createElement('b')
      label.textContent = `${name}: `
      if (colour) label.style.color = colour
      row.append(label)
    }
    row.append(text)
    box.append(row)
  }
  return box
}
