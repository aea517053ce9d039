import type { Fact } from '../../domain/fact.js'
import { elementFact } from '../shared/fact-of.js'
import { tellableValue } from '../shared/tellable-value.js'
import { below, entriesOf, type Tree, textOf } from '../shared/tree.js'

/** Inputs, outputs and secrets that callers give and get. */
export function offeredFacts(tree: Tree | undefined): readonly Fact[] {
  return (['input', 'output', 'secret'] as const).flatMap((part) =>
    entriesOf(below(tree, `${part}s`)).flatMap(({ key, line, value }) => {
      const fallback = textOf(below(value, 'default'))
      return elementFact({ line, rule: `workflow.${part}` }, 'declares', ['workflow', '{file}', part, key], {
        type: textOf(below(value, 'type')),
        required: textOf(below(value, 'required')),
        default: fallback === null ? null : (tellableValue(fallback) ?? 'given'),
      })
    }),
  )
}
