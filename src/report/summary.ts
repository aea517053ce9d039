import type { Finding, Review } from '../domain/finding.js'
import { findingRow } from './entry.js'
import { bytes, fitBlocks, fitRows, textLimit } from './fit.js'
import { inspectedBlocks } from './inspected.js'
import { codeSpan, type LinkTo, prose } from './markdown.js'
import { isTold, verdictTitle } from './verdict.js'

/** The one comment that sums up a review, edited in place; null when there is nothing worth a person's attention. */
export function summaryComment(review: Review, linkTo: LinkTo): string | null {
  const told = review.findings.filter(isTold)
  if (told.length === 0) return null
  const inspected = folded('What was inspected', inspectedBlocks(review, 8_000).join('\n\n'))
  const heading = `### Interlock: ${verdictTitle(review)}`
  const room = textLimit - bytes(inspected) - 1_000
  const again = 'Mended, or not? `/recheck` reviews the head again.'
  return fitBlocks([heading, fitRows(rowsOf(told, linkTo), room).join('\n'), again, inspected])
}

/** The summary of the required check: the findings, those not worth a comment folded away, and what was inspected. */
export function checkSummary(review: Review, findings: readonly Finding[], linkTo: LinkTo): string {
  const notes = findings.filter((each) => !isTold(each))
  const told = fitRows(rowsOf(findings.filter(isTold), linkTo), 30_000).join('\n')
  const quiet = fitRows(rowsOf(notes, linkTo), 12_000).join('\n')
  return fitBlocks([
    told === '' ? 'No change breaks a consumer that is known.' : told,
    ...inspectedBlocks(review, 16_000),
    quiet === '' ? '' : folded(`Notes (${notes.length})`, quiet),
  ])
}

/** The summary of the advisory check: what became of the model stage, and what was verified of it. */
export function modelSummary(review: Review, findings: readonly Finding[], linkTo: LinkTo): string {
  const { model } = review
  const rejected = model.rejected.map((each) => `- ${prose(each.title)}: ${prose(each.reason)}`)
  return fitBlocks([
    prose(model.note),
    fitRows(rowsOf(findings, linkTo), 30_000).join('\n'),
    rejected.length === 0
      ? ''
      : folded(`Did not survive verification (${rejected.length})`, fitRows(rejected, 20_000).join('\n')),
    `Reviewed ${codeSpan(review.head)}. This check never blocks: it adds to the required one and takes nothing from it.`,
  ])
}

function rowsOf(findings: readonly Finding[], linkTo: LinkTo): readonly string[] {
  return findings.map((each) => findingRow(each, linkTo))
}

/** Closed until a person opens it. */
function folded(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`
}
