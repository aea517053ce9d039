import type { Review } from '../domain/finding.js'
import { type Gap, gapsElsewhere, gapsOf } from './coverage.js'
import { fitRows } from './fit.js'
import { codeSpan, prose } from './markdown.js'
import { counted } from './visible.js'

/** What the verdict rests on: the commits that were reviewed and asked, and what was not inspected. */
export function inspectedBlocks(review: Review, room: number): readonly string[] {
  const { coverage, base, head } = review
  const { repositories, changed, inspected } = coverage
  const asked = repositories.map((each) => `- ${codeSpan(`${each.repository}@${each.commit.slice(0, 12)}`)}`)
  const files = `${counted(changed, 'file')} changed, ${inspected} inspected`
  return [
    `Reviewed ${codeSpan(head)} against ${codeSpan(base)}. ${files}.`,
    list('Not inspected:', gapsOf(coverage).map(gapRow), room / 3),
    list('Outside this change, not understood in full:', gapsElsewhere(coverage).map(gapRow), room / 3),
    list(`Asked for consumers (${counted(repositories.length, 'repository')}):`, asked, room / 3),
  ].filter((block) => block !== '')
}

function gapRow({ path, reason }: Gap): string {
  return `- ${path === '' ? '' : `${codeSpan(path)}: `}${prose(reason)}`
}

function list(heading: string, rows: readonly string[], room: number): string {
  return rows.length === 0 ? '' : [heading, '', ...fitRows(rows, room)].join('\n')
}
