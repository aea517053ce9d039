import type { Call, SyntaxNode, Value } from '../../domain/outline.js'
import { calleeOf, spelling } from '../shared/callee.js'
import { constantText, lineOf, otherValue, textValue } from '../shared/values.js'
import type { Place, ValueRule, Walk } from '../shared/walk.js'
import { argumentsOf } from './arguments.js'
import { isMember, memberOf, nameOf } from './members.js'
import { nameOfValue } from './operators.js'
import { bareName, typeText } from './type-text.js'

type Callee = Pick<Call, 'callee' | 'name' | 'receiver' | 'line'>

function callValue(walk: Walk, node: SyntaxNode): Value {
  const written = node.childForFieldName('function')
  const given = node.childForFieldName('arguments')
  if (!written) return otherValue(node)
  const [only] = given?.namedChildren ?? []
  if (written.text === 'nameof' && only) return nameOfValue(only)
  const callee = calleeParts(walk, written)
  if (/^[sS]tring\.Format$/.test(callee.callee)) return formatted(walk, given, node)
  const index = walk.reserveCall()
  return walk.finishCall(index, {
    ...callee,
    ...argumentsOf(walk, given, placeOfLambda(callee)),
    constructs: false,
    typeArguments: typeArgumentsOf(written),
  })
}

/** `string.Format("{0}/orders/{1}", base, id)` */
function formatted(walk: Walk, given: SyntaxNode | null, node: SyntaxNode): Value {
  const [format, ...rest] = argumentsOf(walk, given).arguments
  const text = constantText(format)
  if (text === null) return otherValue(node)
  const parts = text.split(/\{(\d+)[^{}]*\}/).map((part, position) => {
    if (position % 2 === 0) return part.replaceAll('{{', '{').replaceAll('}}', '}')
    return rest[Number(part)] ?? otherValue('')
  })
  return textValue(parts, lineOf(node))
}

/** How a callee is named and what it is a member of. Naming it does not count as reading it. */
function calleeParts(walk: Walk, written: SyntaxNode): Callee {
  if (isMember(written)) {
    const { of, name, line } = memberOf(walk, written)
    return { callee: calleeOf(of, name, walk.calls), name, receiver: of, line }
  }
  const line = lineOf(written)
  if (written.type === 'identifier' || written.type === 'generic_name') {
    const name = bareName(written)
    const callee = nameOf(walk, name)
    const holder = callee.slice(0, Math.max(0, callee.length - name.length - 1))
    const receiver: Value | null = holder === '' ? null : { type: 'name', name: holder }
    return { callee, name, receiver, line }
  }
  const called = walk.value(written)
  return { callee: spelling(called, walk.calls), name: '', receiver: called, line }
}

/** `Order` of `client.GetFromJsonAsync<Order>(url)`. */
function typeArgumentsOf(written: SyntaxNode): readonly string[] {
  const second = written.type === 'conditional_access_expression' ? written.namedChild(1) : written
  const name = second?.type === 'generic_name' ? second : second?.childForFieldName('name')
  const list = name?.type === 'generic_name' ? name.namedChildren.at(-1) : null
  return (list?.namedChildren ?? []).map((type) => typeText(type) ?? '')
}

/** Methods of LINQ whose lambda is given item by item. */
const overItems =
  /^(?:Select|SelectMany|Where|First|FirstOrDefault|Single|SingleOrDefault|Last|LastOrDefault|Any|All|Count|Sum|Min|Max|Average|OrderBy|OrderByDescending|ThenBy|ThenByDescending|GroupBy|ToDictionary|ToLookup|ForEach|Find|FindAll|Exists|TakeWhile|SkipWhile|MinBy|MaxBy|DistinctBy)$/

function placeOfLambda({ name, receiver }: Callee): Place | null {
  return receiver && overItems.test(name) ? { given: [{ parameter: 0, of: receiver, item: true }] } : null
}

export const callRules: readonly (readonly [string, ValueRule])[] = [['invocation_expression', callValue]]
