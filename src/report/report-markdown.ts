import type { Finding, Review } from '../domain/finding.js'
import { findingBlocks, footer } from './entry.js'
import { inspectedBlocks } from './inspected.js'
import { codeSpan, type LinkTo, placeLink, prose } from './markdown.js'
import { verdictTitle } from './verdict.js'

/** The whole review as a Markdown document, with the evidence of each finding: for a file or a pipe. */
export function renderMarkdown(review: Review, linkTo: LinkTo = noLinks): string {
  const sections = review.findings.flatMap((finding) => [
    ...findingBlocks(finding, linkTo),
    evidenceBlock(finding, linkTo),
    footer(finding),
    '---',
  ])
  const { outcome, note } = review.model
  const blocks = [
    `# ${codeSpan(review.repository)}: ${verdictTitle(review)}`,
    ...sections,
    ...inspectedBlocks(review, 1_000_000),
    outcome === 'skipped' ? '' : prose(note),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function evidenceBlock({ evidence }: Finding, linkTo: LinkTo): string {
  if (evidence.length === 0) return ''
  const rows = evidence.map(({ id, statement, place }) => {
    const where = place
      ? ` ${codeSpan(place.repository)} ${placeLink(place, linkTo)} ${codeSpan(place.quote)}`
      : ''
    return `- ${prose(id)} ${prose(statement)}${where}`
  })
  return ['Evidence:', '', ...rows].join('\n')
}

function noLinks(): null {
  return null
}
