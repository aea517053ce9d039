import type { DiffRow } from '../contracts/index.js'
import type { Line } from '../domain/place.js'
import { painter, type Style, type TerminalLook, wrap } from './terminal.js'
import { counted, visible } from './visible.js'

/** The differences of two documents for a terminal, worst first as they come, each with its rule and its lines. */
export function renderDiff(rows: readonly DiffRow[], look: TerminalLook): string {
  const paint = painter(look)
  if (rows.length === 0) return `${paint('green', '✓')} Nothing that was promised differs.\n`
  const shown = rows.map((row) => {
    const [mark, style] = marks[row.level]
    const text = wrap(visible(row.text), Math.max(look.width, 40), '  ', `${mark} `).replace(
      mark,
      paint(style, mark),
    )
    const reference = row.reference ? ` (${visible(row.reference)})` : ''
    return `${text}\n  ${paint('dim', `${[...places(row.old, row.new), visible(row.rule)].join(' · ')}${reference}`)}`
  })
  const count = (level: DiffRow['level']) => rows.filter((row) => row.level === level).length
  const total = `${counted(rows.length, 'change')}: ${count('breaking')} breaking, ${count('risky')} risky, ${count('compatible')} compatible`
  return `${[...shown, paint('bold', total)].join('\n\n')}\n`
}

const marks: Readonly<Record<DiffRow['level'], readonly [string, Style]>> = {
  breaking: ['✗', 'red'],
  risky: ['!', 'yellow'],
  compatible: ['✓', 'green'],
}

/** Where it stood and where it stands. */
function places(old: Line | null, now: Line | null): readonly string[] {
  const [before, after] = [old, now].map((line) => (line ? `${visible(line.path)}:${line.line}` : 'nothing'))
  return before === after ? [`${after}`] : [`${before} → ${after}`]
}
