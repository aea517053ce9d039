import type { Finding } from '../domain/finding.js'
import { findingBlocks, footer } from './entry.js'
import { fitBlocks } from './fit.js'
import type { LinkTo } from './markdown.js'

/** The body of a review comment on the line that causes a finding. */
export function commentBody(finding: Finding, linkTo: LinkTo): string {
  return fitBlocks([...findingBlocks(finding, linkTo), footer(finding)])
}
