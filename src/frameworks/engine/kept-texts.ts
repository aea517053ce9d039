import type { TextConstant } from '../../domain/fact.js'
import { elementPlaces } from './element-places.js'
import { spokenWords, textsAt } from './element-word.js'
import { valuesBelow } from './kept-urls.js'
import type { Reading } from './reading.js'
import type { Taken } from './take.js'

/** As many as a file of names has; a file with more is one of translations. */
const maxTexts = 300

/** Texts by the names under which other files may use them: `TOPIC`, `topics.orders`, `OrderStatus.PAID`. */
export function readKeptTexts(reading: Reading): readonly TextConstant[] {
  const texts = [...boundTexts(reading), ...fieldTexts(reading), ...decoratedTexts(reading)]
  return texts.length > maxTexts ? [] : texts
}

function boundTexts(reading: Reading): readonly TextConstant[] {
  return reading.code.outline.bindings.flatMap((binding, index) => {
    if (binding.scope !== null || !isSeen(reading, binding.name)) return []
    const at = { scope: null, line: binding.line, before: index }
    return valuesBelow(binding.name, binding.value, at).flatMap(({ name, ...taken }) =>
      keptText(reading, name, taken),
    )
  })
}

/** Static fields of classes: `Topics.ORDERS`. */
function fieldTexts(reading: Reading): readonly TextConstant[] {
  return reading.code.outline.definitions.flatMap((definition) =>
    definition.scope === null && definition.kind === 'class' && isSeen(reading, definition.name)
      ? definition.fields.flatMap(({ name, value, line }) =>
          value ? keptText(reading, `${definition.name}.${name}`, { value, at: { scope: null, line } }) : [],
        )
      : [],
  )
}

/** The last words of elements that decorated functions are: `{module}.pay`, of a task. */
function decoratedTexts(reading: Reading): readonly TextConstant[] {
  const { decorators, definitions } = reading.code.outline
  return elementPlaces(reading).flatMap((place) => {
    const { rule, matched } = place
    const decorator = 'decorator' in matched && rule.keeps ? decorators[matched.decorator] : undefined
    const name = decorator && definitions[decorator.target]?.name
    const [word] = Object.values(rule.words ?? {}).slice(-1)
    const [kept] = name && word ? spokenWords(reading, place, word) : []
    return name && kept ? [{ name, text: kept.text, line: decorator.line }] : []
  })
}

function keptText(reading: Reading, name: string, taken: Taken): readonly TextConstant[] {
  if (!/^(?:text|format|choice|name|member|call|cast)$/.test(taken.value.type)) return []
  const [kept, ...others] = textsAt(reading, taken, false)
  // A URL and a path are kept as such, and prose is no name.
  if (!kept || others.length || /:\/\/|^[./]|[^{}\s]+\s+[^{}\s]+(?:\s|$)/.test(kept.text)) return []
  return [{ name, text: kept.text, line: kept.line ?? taken.at.line }]
}

function isSeen({ code }: Reading, name: string): boolean {
  if (name === '') return false
  const [head = ''] = name.split('.')
  return code.language !== 'typescript' || code.outline.exports.some((each) => each.local === head)
}
