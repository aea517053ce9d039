import type { Action } from '../../domain/element-fact.js'
import type { Fact } from '../../domain/fact.js'
import { elementFact } from '../shared/fact-of.js'
import { tellableValue } from '../shared/tellable-value.js'
import { below, entriesOf, itemsOf, type Tree, textOf } from '../shared/tree.js'

/** Every value by its path, groups too: `config image`, `config image.tag`. */
export function valueFacts(tree: Tree, action: Action, above = ''): readonly Fact[] {
  return entriesOf(tree).flatMap(({ key, line, value }) => {
    const path = `${above}${key}`
    const text = textOf(value)
    return [
      ...elementFact({ line, rule: 'helm.value' }, action, ['config', path], {
        default: text === null ? null : tellableValue(text),
      }),
      ...valueFacts(value, action, `${path}.`),
    ]
  })
}

/** Values that decide whether another chart is installed too. */
export function conditionFacts(chart: Tree): readonly Fact[] {
  return itemsOf(below(chart, 'dependencies')).flatMap((item) => {
    const condition = below(item, 'condition')
    return (textOf(condition) ?? '').split(',').flatMap((path) =>
      elementFact({ line: condition?.line ?? 0, rule: 'helm.condition' }, 'reads', ['config', path.trim()], {
        required: 'false',
      }),
    )
  })
}
