import type { Affected, Finding, Level, Review } from '../domain/finding.js'
import type { Citation } from '../domain/place.js'
import { gapsElsewhere, gapsOf } from './coverage.js'
import { patchOf } from './patch.js'
import { type Paint, painter, type Style, type TerminalLook, wrap } from './terminal.js'
import { affectedElsewhere, provenFindings, verdictTitle } from './verdict.js'
import { clip, counted, visible } from './visible.js'

/** The whole review for a terminal: the verdict, each finding with both sides and the way out, and what was inspected. */
export function renderText(review: Review, look: TerminalLook): string {
  const page: Page = { paint: painter(look), width: Math.min(Math.max(look.width, 40), 110), review }
  const notes = review.findings.filter((each) => each.level === 'note')
  const told = review.findings.filter((each) => each.level !== 'note')
  const parts = [
    headline(page),
    ...told.map((finding) => findingText(finding, page)),
    ...(notes.length > 0 ? [notes.map((finding) => noteText(finding, page)).join('\n')] : []),
    footing(page),
  ]
  return `${parts.join('\n\n')}\n`
}

type Page = { readonly paint: Paint; readonly width: number; readonly review: Review }

const marks: Readonly<Record<Level, readonly [string, Style]>> = {
  block: ['✗', 'red'],
  warn: ['!', 'yellow'],
  note: ['·', 'dim'],
}

function headline({ paint, review }: Page): string {
  const worst = provenFindings(review).some((each) => each.level === 'warn') ? 'warn' : 'note'
  const [mark, style] =
    review.conclusion === 'failure' ? marks.block : worst === 'warn' ? marks.warn : ok(review)
  const range = `${review.base.slice(0, 10)}..${review.head.slice(0, 10)}`
  return `${paint(style, mark)} ${paint('bold', visible(review.repository))} ${paint('dim', range)}  ${verdictTitle(review)}`
}

function ok({ conclusion }: Review): readonly [string, Style] {
  return conclusion === 'success' ? ['✓', 'green'] : marks.warn
}

function findingText(finding: Finding, page: Page): string {
  const { paint, width } = page
  const [mark, style] = marks[finding.level]
  const title = wrap(visible(finding.title), width, '  ', `${mark} `)
  const label = `${finding.level} · ${finding.status} · ${visible(finding.rule)} · ${finding.id}`
  return [
    coded(title, page)
      .replace(mark, paint(style, mark))
      .replace(/^.*$/gm, (line) => paint('bold', line)),
    `  ${paint('dim', label)}`,
    '',
    ...causeText(finding, page),
    ...affectedText(finding, page),
    coded(wrap(visible(finding.explanation), width, '  '), page),
    ...witnessText(finding, page),
    ...remedyText(finding, page),
    ...patchText(finding, page),
  ].join('\n')
}

function causeText({ cause, level }: Finding, page: Page): readonly string[] {
  const [, style] = marks[level]
  const taken = cause.commit === page.review.base && page.review.base !== page.review.head
  const where = `${visible(cause.path)}:${cause.line}${taken ? '  (removed here)' : ''}`
  return [
    `  ${page.paint('cyan', where)}`,
    quoteText(cause, page, (text) => page.paint(style, `${taken ? '-' : '+'} ${text}`)),
    '',
  ]
}

function affectedText(finding: Finding, page: Page): readonly string[] {
  const affected = affectedElsewhere(finding)
  if (affected.length === 0) return []
  const rows = affected
    .slice(0, 20)
    .flatMap((each) => [placeText(each, page), quoteText(each, page, (text) => text)])
  const more = affected.length > 20 ? [`    … and ${affected.length - 20} more`] : []
  return [`  ${page.paint('bold', 'relied on by')}`, ...rows, ...more, '']
}

function placeText(affected: Affected, { paint }: Page): string {
  const owners = affected.owners.length > 0 ? `  ${paint('dim', affected.owners.map(visible).join(' '))}` : ''
  return `    ${visible(affected.repository)}  ${paint('cyan', `${visible(affected.path)}:${affected.line}`)}${owners}`
}

function quoteText({ quote }: Citation, { width }: Page, show: (text: string) => string): string {
  return `      ${show(quote === '' ? '(the line could not be read)' : clip(visible(quote), width - 8))}`
}

function witnessText({ witness }: Finding, page: Page): readonly string[] {
  if (witness === null) return []
  const data = witness.data === 'any' ? '' : `, ${witness.data} data`
  const state = `fails with ${witness.provider} provider, ${witness.consumer} consumer${data}:`
  const what = wrap(visible(`${state} ${witness.outcome.replace(/^breaks: /, '')}`), page.width, '    ', '  ')
  return ['', coded(what.replace(state, page.paint('bold', state)), page)]
}

function remedyText({ remedies }: Finding, page: Page): readonly string[] {
  if (remedies.length === 0) return []
  const rows = remedies.map((each, at) =>
    coded(wrap(visible(each), page.width, '       ', `    ${at + 1}. `), page),
  )
  return ['', `  ${page.paint('bold', 'to make it safe')}`, ...rows]
}

function patchText(finding: Finding, { paint, width }: Page): readonly string[] {
  const lines = patchOf(finding).map(
    (line) => `    ${paint(line.startsWith('+') ? 'green' : 'red', clip(line, width - 4))}`,
  )
  return lines.length === 0 ? [] : ['', `  ${paint('bold', 'suggested')}`, ...lines]
}

function noteText(finding: Finding, page: Page): string {
  const title = coded(wrap(visible(finding.title), page.width, '  ', '· '), page)
  const where = `${visible(finding.cause.path)}:${finding.cause.line} · ${visible(finding.rule)} · ${finding.id}`
  return `${title}\n  ${page.paint('dim', where)}`
}

function footing(page: Page): string {
  const { coverage, model } = page.review
  const { paint, width } = page
  const gaps = gapsOf(coverage).map(({ path, reason }) =>
    wrap(visible(`${path} ${reason}`), width, '    ', '  '),
  )
  const elsewhere = gapsElsewhere(coverage).length
  const asked = coverage.repositories.map((each) => `${visible(each.repository)}@${each.commit.slice(0, 7)}`)
  const quiet = [
    `${counted(coverage.changed, 'file')} changed, ${coverage.inspected} inspected${duration(page.review)}`,
    ...(asked.length > 0 ? [wrap(`asked ${asked.join(', ')}`, width, '  ', '')] : []),
    ...(elsewhere > 0 ? [`${counted(elsewhere, 'file')} outside this change not understood in full`] : []),
    ...(model.outcome === 'complete' || model.outcome === 'skipped' ? [] : [visible(model.note)]),
  ]
  const missed = gaps.length > 0 ? [paint('yellow', 'not inspected'), ...limited(gaps)] : []
  return [...missed, ...quiet.filter((line) => line !== '').map((line) => paint('dim', line))].join('\n')
}

function duration({ timings }: Review): string {
  const total = timings['total']
  if (total === undefined) return ''
  return ` in ${total < 1000 ? `${Math.round(total)} ms` : `${(total / 1000).toFixed(1)} s`}`
}

function limited(rows: readonly string[]): readonly string[] {
  return rows.length > 20 ? [...rows.slice(0, 20), `  … and ${rows.length - 20} more`] : rows
}

/** Where there are colours, code stands in one instead of in backticks. */
function coded(text: string, { paint }: Page): string {
  const hasColor = paint('cyan', 'x') !== 'x'
  return hasColor ? text.replace(/`([^`]+)`/g, (_, code: string) => paint('cyan', code)) : text
}
