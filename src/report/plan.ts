import type { FileDiff } from '../domain/diff.js'
import type { Finding, Review } from '../domain/finding.js'
import type { CheckPlan, CommentPlan, PublishPlan } from '../domain/plan.js'
import { anchorOf } from '../lib/anchor.js'
import { annotation } from './annotation.js'
import { commentBody } from './comment.js'
import type { LinkTo } from './markdown.js'
import { checkSummary, modelSummary, summaryComment } from './summary.js'
import { isTold, opinions, provenFindings, verdictTitle } from './verdict.js'
import { counted } from './visible.js'

export type PlanOptions = {
  readonly linkTo: LinkTo
  /** How many review comments, from 0 to 10. */
  readonly comments?: number
}

/**
 * Everything a review says on GitHub, as data. The engine's findings come before the model's wherever there is not room
 * for all; a finding that gets no comment, because its line is outside the diff or the comments are used up, becomes an
 * annotation and stays a row of the summary.
 */
export function planPublication(
  review: Review,
  files: readonly FileDiff[],
  { linkTo, comments = mostComments }: PlanOptions,
): PublishPlan {
  const [proven, thought] = [provenFindings(review), opinions(review)]
  const spoken = commentsFor([...proven, ...thought], review, files, linkTo).slice(
    0,
    Math.min(comments, mostComments),
  )
  const commented = new Set(spoken.map((each) => each.fingerprint))
  const annotate = (findings: readonly Finding[]) =>
    findings
      .filter((each) => isTold(each) && !commented.has(each.id))
      .map((each) => annotation(each, review, files))
  return {
    head: review.head,
    checks: [
      { ...requiredCheck(review, proven, linkTo), annotations: annotate(proven) },
      { ...advisoryCheck(review, thought, linkTo), annotations: annotate(thought) },
    ],
    comments: spoken,
    summary: summaryComment(review, linkTo),
    open: [...new Set(review.findings.map((each) => each.id))],
    opinionsStand: review.model.outcome !== 'complete',
  }
}

/** More than this nobody reads; what is left out is never lost. */
const mostComments = 10

function commentsFor(
  findings: readonly Finding[],
  review: Review,
  files: readonly FileDiff[],
  linkTo: LinkTo,
): readonly CommentPlan[] {
  return findings.filter(isTold).flatMap((finding) => {
    const { cause } = finding
    const side = cause.commit === review.base && review.base !== review.head ? 'LEFT' : 'RIGHT'
    const anchor =
      cause.repository === review.repository ? anchorOf(files, side, cause.path, cause.line) : null
    return anchor ? [{ fingerprint: finding.id, anchor, body: commentBody(finding, linkTo) }] : []
  })
}

type Unannotated = Omit<CheckPlan, 'annotations'>

function requiredCheck(review: Review, findings: readonly Finding[], linkTo: LinkTo): Unannotated {
  const { conclusion } = review
  return {
    name: 'Interlock',
    conclusion,
    title: verdictTitle(review),
    summary: checkSummary(review, findings, linkTo),
  }
}

/** Success only for a stage that ran to its end; never failure, whatever the model says. */
function advisoryCheck(review: Review, findings: readonly Finding[], linkTo: LinkTo): Unannotated {
  const { outcome } = review.model
  const found = findings.length > 0 ? counted(findings.length, 'verified finding') : 'Nothing to add'
  const titles = {
    complete: found,
    partial: findings.length > 0 ? `Cut short: ${found}` : 'Cut short',
    failed: 'The model could not be asked',
    absent: 'No model is configured',
    skipped: 'Skipped',
  }
  const summary = modelSummary(review, findings, linkTo)
  return {
    name: 'Interlock AI review',
    conclusion: outcome === 'complete' ? 'success' : 'neutral',
    title: titles[outcome],
    summary,
  }
}
