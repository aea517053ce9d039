/** How a terminal shows text: whether it has colours, and how many characters fit in a line. */
export type TerminalLook = { readonly color: boolean; readonly width: number }

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'

const codes: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
}

export type Paint = (style: Style, text: string) => string

/** A brush that does nothing where there are no colours. */
export function painter({ color }: TerminalLook): Paint {
  return (style, text) =>
    color && text !== '' ? `\u001B[${codes[style][0]}m${text}\u001B[${codes[style][1]}m` : text
}

/** A paragraph in lines that fit, each after the indentation; a longer word has a line of its own. */
export function wrap(text: string, width: number, indent: string, first = indent): string {
  const lines: string[] = []
  let line = first
  let isEmpty = true
  for (const word of text.split(' ').filter((each) => each !== '')) {
    if (!isEmpty && [...line].length + 1 + [...word].length > width) {
      lines.push(line)
      line = indent
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line].join('\n')
}
