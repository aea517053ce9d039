import type { FileDiff } from '../domain/diff.js'
import type { Finding, Review } from '../domain/finding.js'
import type { Annotation } from '../domain/plan.js'
import { affectedElsewhere } from './verdict.js'
import { clip, visible } from './visible.js'

/** A finding as an annotation of a check. GitHub takes 255 characters of title and 64 KB of message, in plain text. */
export function annotation(finding: Finding, review: Review, files: readonly FileDiff[]): Annotation {
  const { path, line } = headLine(finding, review, files)
  return {
    path,
    startLine: line,
    endLine: line,
    level: annotationLevels[finding.level],
    title: clip(visible(finding.title), 255),
    message: clip(messageOf(finding), 8_000),
  }
}

const annotationLevels = { block: 'failure', warn: 'warning', note: 'notice' } as const

/** Annotations stand on files of the head: for a removed line that is the line that took its place. */
function headLine(
  { cause }: Finding,
  review: Review,
  files: readonly FileDiff[],
): { path: string; line: number } {
  const file = files.find((each) => each.old?.path === cause.path)
  if (cause.commit !== review.base || !file?.new) return cause
  const lines = file.hunks.flatMap((hunk) => hunk.lines)
  const after = lines.slice(lines.findIndex((each) => each.type === 'removed' && each.old === cause.line))
  const next =
    after.find((each) => each.new !== null)?.new ?? lines.findLast((each) => each.new !== null)?.new
  return { path: file.new.path, line: next ?? 1 }
}

function messageOf(finding: Finding): string {
  const { explanation, remedies, id, rule } = finding
  const affected = affectedElsewhere(finding)
  const places = affected
    .slice(0, 10)
    .map((each) => visible(`${each.repository} ${each.path}:${each.line}  ${each.quote}`))
  const more = affected.length > 10 ? [`… and ${affected.length - 10} more`] : []
  return [
    visible(explanation),
    ...places,
    ...more,
    ...remedies.map((each) => visible(each)),
    `${rule} ${id}`,
  ].join('\n')
}
