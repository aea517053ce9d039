import type { Row } from '../git/diff.js'
import { type Content, type Html, html } from './html.js'

const signs = { added: '+', removed: '-', context: ' ' } as const

/** One line of a diff with its numbers on both sides. */
export function diffRow(row: Row): Html {
  return html`<tr class="${row.type}"><td class="number">${row.old}</td><td class="number">${row.new}</td><td class="code"><span class="mark">${signs[row.type]}</span><span class="text">${row.text}</span></td></tr>`
}

/** A row over the whole width, for what belongs to the line above it. */
export function noteRow(content: Content): Html {
  return html`<tr class="note"><td colspan="3">${content}</td></tr>`
}

export function hunkRow(header: string): Html {
  return html`<tr class="hunk"><td class="number"></td><td class="number"></td><td class="code">${header}</td></tr>`
}
