import type { Call, ObjectField, Value } from '../../domain/outline.js'
import { constantText } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'

const maps =
  /^(?:mapOf|mutableMapOf|hashMapOf|linkedMapOf|sortedMapOf|persistentMapOf|parametersOf|formDataOf)$/
const lists =
  /^(?:listOf|mutableListOf|arrayListOf|listOfNotNull|setOf|mutableSetOf|hashSetOf|linkedSetOf|arrayOf|sequenceOf|persistentListOf)$/
const kept = /^(?:trimIndent|trimMargin|orEmpty|toString)$/

/** What functions of the standard library make of what they are given: `mapOf("id" to id)`, `listOf(a)`, `"%s".format(id)`. */
export function builtOf(walk: Walk, call: Omit<Call, 'scope'>): Value | null {
  const { callee, name, receiver, line, arguments: given } = call
  const [first, ...rest] = given
  if (callee === 'String.format' && first) return { type: 'format', format: first, arguments: rest, line }
  if (!receiver && maps.test(callee)) return mapOf(walk, call)
  if (!receiver && lists.test(callee)) return { type: 'list', items: given }
  if (receiver?.type !== 'text') return null
  if (name === 'format') return { type: 'format', format: receiver, arguments: given, line }
  return kept.test(name) ? receiver : null
}

/** Pairs of texts and values, as far as they are written as such. */
function mapOf(walk: Walk, { arguments: given, line }: Omit<Call, 'scope'>): Value {
  const fields = given.flatMap((value): ObjectField[] => {
    const pair = value.type === 'call' ? walk.calls[value.call] : undefined
    const [held] = pair?.name === 'to' ? pair.arguments : []
    if (!pair?.receiver || !held) return []
    const key = constantText(pair.receiver)
    return key === null ? [] : [{ name: key, value: held, line: pair.line }]
  })
  return { type: 'object', fields, spreads: [], line }
}
