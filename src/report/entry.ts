import type { Affected, Finding } from '../domain/finding.js'
import { codeSpan, type LinkTo, placeLink, prose } from './markdown.js'
import { patchBlock } from './patch.js'
import { affectedElsewhere, labelOf } from './verdict.js'
import { clip, counted } from './visible.js'

/** How many consumers one finding lists before it only counts them. */
const shownConsumers = 10

/** One finding in full, as blocks of Markdown. */
export function findingBlocks(finding: Finding, linkTo: LinkTo): readonly string[] {
  return [
    `**${prose(finding.title)}**`,
    prose(finding.explanation),
    `${labelOf(finding)} · caused at ${placeLink(finding.cause, linkTo)}${quoteOf(finding.cause.quote)}`,
    affectedBlock(finding, linkTo),
    witnessBlock(finding),
    remediesBlock(finding),
    patchBlock(finding),
  ].filter((block) => block !== '')
}

/** One finding as a row of a list: what, where, who. */
export function findingRow(finding: Finding, linkTo: LinkTo): string {
  const affected = affectedElsewhere(finding)
  const places = affected.slice(0, 3).map((each) => consumer(each, linkTo))
  const more = affected.length > 3 ? [`and ${counted(affected.length - 3, 'more place')}`] : []
  const relied = places.length > 0 ? `\n  relied on at ${[...places, ...more].join(', ')}` : ''
  return `- ${prose(finding.title)}\n  ${labelOf(finding)} · ${placeLink(finding.cause, linkTo)} · ${codeSpan(finding.id)}${relied}`
}

/** The rule, for the settings that move its level, and the identity, which stays when lines move. */
export function footer({ rule, id }: Finding): string {
  return `<sub>${codeSpan(rule)} · id ${codeSpan(id)}</sub>`
}

function affectedBlock(finding: Finding, linkTo: LinkTo): string {
  const affected = affectedElsewhere(finding)
  if (affected.length === 0) return ''
  const rows = affected
    .slice(0, shownConsumers)
    .map((each) => `- ${consumer(each, linkTo)}${quoteOf(each.quote)}${ownersOf(each)}`)
  const more = affected.length - shownConsumers
  return ['Who relies on it:', ...rows, ...(more > 0 ? [`- … and ${more} more`] : [])].join('\n')
}

function witnessBlock({ witness }: Finding): string {
  if (witness === null) return ''
  const data = witness.data === 'any' ? '' : `, ${witness.data} data`
  return `Fails in the state: **${witness.provider} provider, ${witness.consumer} consumer${data}**. ${prose(witness.outcome.replace(/^breaks: /, ''))}`
}

function remediesBlock({ remedies }: Finding): string {
  if (remedies.length === 0) return ''
  return ['What makes it safe:', ...remedies.map((each) => `- ${prose(each)}`)].join('\n')
}

function consumer(affected: Affected, linkTo: LinkTo): string {
  return `${codeSpan(affected.repository)} ${placeLink(affected, linkTo)}`
}

function quoteOf(quote: string): string {
  return quote === '' ? '' : ` ${codeSpan(clip(quote, 160))}`
}

/** In code: a person is told by GitHub's own rules for reviews, not by our mention. */
function ownersOf({ owners }: Affected): string {
  return owners.length === 0 ? '' : ` · owned by ${owners.slice(0, 5).map(codeSpan).join(', ')}`
}
