import type { SyntaxNode } from '@lezer/common'
import { parser } from '@prometheus-io/lezer-promql'

/** A metric that a query asks for, where in the query, and the labels by which it is chosen and grouped. */
export type AskedMetric = {
  readonly name: string
  readonly index: number
  readonly labels: readonly string[]
}

/**
 * The metrics of a PromQL query, also of one with variables of Grafana or of a template in it; a name that is itself made of
 * a variable is left out. What cannot be parsed is skipped over.
 */
export function metricsIn(query: string): readonly AskedMetric[] {
  if (query.length > maxLength || (query.match(/[({[]/g)?.length ?? 0) > maxBrackets) return []
  const text = withoutVariables(query)
  const relabels = /\blabel_(?:replace|join)\b/.test(text)
  const asked: AskedMetric[] = []
  parser.parse(text).iterate({
    enter: ({ name, node }) => {
      if (name === 'VectorSelector') asked.push(...askedBy(node, text, relabels))
    },
  })
  return asked
}

/** Longer and deeper than people write; the parser takes its time over both. */
const maxLength = 5_000
const maxBrackets = 200

function askedBy(selector: SyntaxNode, text: string, relabels: boolean): readonly AskedMetric[] {
  const matchers = selector.getChild('LabelMatchers')
  const identifier = selector.getChild('Identifier') ?? named(matchers, text)
  if (!identifier) return []
  const name = text.slice(identifier.from, identifier.to).replace(/^["']|["']$/g, '')
  if (name.includes('::') || !/^[A-Za-z_:][\w:.]*$/.test(name)) return []
  const labels = new Set([...labelsOf(matchers, text), ...(relabels ? [] : groupedAbove(selector, text))])
  for (const own of ['__name__', 'le']) labels.delete(own)
  return [{ name, index: identifier.from, labels: [...labels].sort() }]
}

/** `{__name__="up"}`, `{"up"}` */
function named(matchers: SyntaxNode | null, text: string): SyntaxNode | null {
  const quoted = matchers?.getChild('QuotedLabelName')?.getChild('StringLiteral')
  const spelled = matchers?.getChildren('UnquotedLabelMatcher').find((each) => {
    const label = each.getChild('LabelName')
    const isExact = each.getChild('MatchOp')?.getChild('EqlSingle')
    return label && isExact && text.slice(label.from, label.to) === '__name__'
  })
  return quoted ?? spelled?.getChild('StringLiteral') ?? null
}

function labelsOf(matchers: SyntaxNode | null, text: string): readonly string[] {
  return (matchers?.getChildren('UnquotedLabelMatcher') ?? []).flatMap((matcher) => {
    const label = matcher.getChild('LabelName')
    return label ? [text.slice(label.from, label.to)] : []
  })
}

/** The labels of the innermost `by (…)` around a selector. */
function groupedAbove(selector: SyntaxNode, text: string): readonly string[] {
  for (let node = selector.parent; node; node = node.parent) {
    const modifier = node.name === 'AggregateExpr' ? node.getChild('AggregateModifier') : null
    if (!modifier) continue
    if (!modifier.getChild('By')) return []
    const labels = modifier.getChild('GroupingLabels')?.getChildren('LabelName') ?? []
    return labels.map(({ from, to }) => text.slice(from, to)).filter((label) => !label.includes('::'))
  }
  return []
}

/**
 * The query with something of the same length for each variable, so that places stay: a number or a duration by itself, and
 * `::` where it is a part of a name.
 */
function withoutVariables(query: string): string {
  return query.replace(
    /\$\{[^{}]{1,100}\}|\$\w+|\[\[\w{1,50}\]\]|\{\{[^{}]{1,100}\}\}/g,
    (variable, at: number) => {
      const isPart = /[\w:]/.test(query[at - 1] ?? '') || /[\w:{]/.test(query[at + variable.length] ?? '')
      if (isPart) return ':'.repeat(variable.length)
      return (/\[\s*$/.test(query.slice(Math.max(0, at - 5), at)) ? '5m' : '1').padEnd(variable.length)
    },
  )
}
