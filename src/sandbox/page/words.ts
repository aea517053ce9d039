import { createHash } from 'node:crypto'
import type { CheckRun, Pull, User } from '../world.js'
import { type Html, html } from './html.js'

/** `17 Mar 2026, 08:05`. */
export function moment(iso: string): Html {
  const date = new Date(iso)
  const day = date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return html`<time datetime="${iso}">${day}, ${date.toISOString().slice(11, 16)}</time>`
}

/** A round sign with the first letter of a name; its colour is the same for the same name. */
export function avatar(login: string): Html {
  const sum = [...login].reduce((all, each) => all + each.charCodeAt(0), 0)
  const shape = login.endsWith('[bot]') ? 'square' : 'round'
  return html`<span class="avatar ${shape} hue-${sum % 6}" aria-hidden="true">${login.charAt(0).toUpperCase()}</span>`
}

/** A name, with `bot` beside it when it is one. */
export function author(user: Pick<User, 'login'>): Html {
  const bare = user.login.replace(/\[bot\]$/, '')
  return html`<strong class="author">${bare}</strong>${bare === user.login ? null : html` <span class="label">bot</span>`}`
}

export function pullState(pull: Pull): Html {
  const word = pull.merged ? 'Merged' : pull.state === 'closed' ? 'Closed' : pull.draft ? 'Draft' : 'Open'
  return html`<span class="state ${word.toLowerCase()}">${word}</span>`
}

/** `action required`: how a check stands, in words. */
export function checkState(run: Pick<CheckRun, 'status' | 'conclusion'>): string {
  return (run.conclusion ?? run.status).replaceAll('_', ' ')
}

/** Where a file stands under "Files changed", as an id without a character of its path. */
export function fileAnchor(path: string): string {
  return `file-${createHash('sha256').update(path).digest('hex').slice(0, 12)}`
}

/** How a check stands: one class for its colour, one sign. */
export function checkSign(run: Pick<CheckRun, 'status' | 'conclusion'>): Html {
  const state = run.conclusion ?? 'pending'
  const signs: Readonly<Record<string, string>> = { success: '✓', failure: '✕', pending: '●' }
  return html`<span class="sign ${state}" title="${checkState(run)}">${signs[state] ?? '■'}</span>`
}

export function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`
}
