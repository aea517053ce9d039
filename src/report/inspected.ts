import type { Review } from '../domain/finding.js'
import { gapsOf } from './coverage.js'
import { fitRows } from './fit.js'
import { codeSpan, prose } from './markdown.js'
import { counted } from './visible.js'

/** What the verdict rests on: the commits that were reviewed and asked, and what was not inspected. */
export function inspectedBlocks(review: Review, room: number): readonly string[] {
  const { coverage, base, head } = review
  const gaps = gapsOf(coverage)
  const asked = coverage.repositories.map(
    (each) => `- ${codeSpan(`${each.repository}@${each.commit.slice(0, 12)}`)}`,
  )
  const missed = gaps.map(
    ({ path, reason }) => `- ${path === '' ? '' : `${codeSpan(path)}: `}${prose(reason)}`,
  )
  const summary = `Reviewed ${codeSpan(head)} against ${codeSpan(base)}. ${counted(coverage.changed, 'file')} changed, ${coverage.inspected} inspected.`
  return [
    summary,
    list(gaps.length === 0 ? '' : 'Not inspected:', missed, room / 2),
    list(
      asked.length === 0 ? '' : `Asked for consumers (${counted(asked.length, 'repository')}):`,
      asked,
      room / 2,
    ),
  ].filter((block) => block !== '')
}

function list(heading: string, rows: readonly string[], room: number): string {
  return heading === '' ? '' : [heading, '', ...fitRows(rows, room)].join('\n')
}
