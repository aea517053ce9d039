import type { Step } from './trace.js'

const sameItems = /^(?:filter|slice|sort|toSorted|reverse|toReversed|concat|copy|values|flat)\(\)$/
const oneItem = /^(?:find|findLast|at|pop|shift|next)\(\)$/

/** Steps as a field's path (`items[].price`); null when a call on the way may make something else of the value. */
export function fieldPath(steps: readonly Step[]): string | null {
  let path = ''
  for (const { name } of steps) {
    if (sameItems.test(name)) continue
    const member = oneItem.test(name) ? '[]' : name
    if (member.endsWith(')')) return null
    path += member === '[]' || path === '' ? member : `.${member}`
  }
  return path
}

/** Members that every response has: reading them says nothing of the answer. */
export function isResponseMember(name: string): boolean {
  return /^(?:status|ok|headers|statusText|status_code|statusCode|StatusCode|Status|Header|Headers|Body|Close|body|bodyUsed|url|redirected|reason|elapsed|cookies|encoding|content|text|length|config|request|response|reason_phrase|is_success|is_error|ContentLength)(?:\(\))?$/.test(
    name,
  )
}
