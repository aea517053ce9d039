/** What the real Messages API answers with 400; the first reason, or null. */
export function whyInvalid(body: Json): string | null {
  for (const check of [sampling, forcedTool, breakpoints, pairing, schemas]) {
    const reason = check(body)
    if (reason) return reason
  }
  return null
}

// The request is somebody else's JSON: it is looked at field by field and never trusted.
export type Json = { readonly [key: string]: unknown }

function sampling(body: Json): string | null {
  if (typeof body['model'] !== 'string' || typeof body['max_tokens'] !== 'number')
    return 'model and max_tokens: required'
  const gone = ['temperature', 'top_p', 'top_k'].find((name) => name in body)
  return gone ? `${gone}: Extra inputs are not permitted` : null
}

function forcedTool(body: Json): string | null {
  const type = object(body['tool_choice'])['type']
  return type === 'any' || type === 'tool'
    ? 'tool_choice: forced tool use is not supported by this model'
    : null
}

function breakpoints(body: Json): string | null {
  let marks = 0
  JSON.stringify(body, (key, value) => {
    if (key === 'cache_control' && value) marks += 1
    return value
  })
  return marks > 4 ? 'cache_control: at most 4 blocks' : null
}

/** Roles, an end that is not the assistant's, and an answer for every call in the message after it. */
function pairing(body: Json): string | null {
  const messages = list(body['messages']).map(object)
  if (messages.length === 0) return 'messages: at least one message is required'
  if (messages.at(-1)?.['role'] === 'assistant') return 'messages: prefill is not supported by this model'
  for (const [index, message] of messages.entries()) {
    const unknown = blocks(message).find((block) => !knownBlocks.includes(String(block['type'])))
    if (unknown) return `messages.${index}: unknown block ${String(unknown['type'])}`
    const calls = blocks(message)
      .filter((block) => block['type'] === 'tool_use')
      .map((block) => block['id'])
    const next = messages[index + 1]
    const answered = next
      ? blocks(next)
          .filter((block) => block['type'] === 'tool_result')
          .map((block) => block['tool_use_id'])
      : []
    const missing = calls.filter((id) => !answered.includes(id))
    if (missing.length > 0)
      return `messages.${index}: tool_use ids without tool_result: ${missing.join(', ')}`
  }
  return null
}

const knownBlocks = ['text', 'tool_use', 'tool_result', 'thinking']

const refusedKeywords = ['minLength', 'maxLength', 'minimum', 'maximum', 'pattern', 'maxItems', 'multipleOf']

function schemas(body: Json): string | null {
  const bad = list(body['tools'])
    .map(object)
    .filter((tool) => tool['strict'])
    .flatMap((tool) => unsupported(tool['input_schema'], `tools.${String(tool['name'])}`))
  return bad.length > 0 ? `unsupported schema: ${bad.join(', ')}` : null
}

function unsupported(schema: unknown, path: string): string[] {
  const node = object(schema)
  const found = refusedKeywords.filter((key) => key in node).map((key) => `${path}.${key}`)
  if (node['type'] === 'object') {
    if (node['additionalProperties'] !== false) found.push(`${path}.additionalProperties`)
    const required = list(node['required'])
    for (const [name, value] of Object.entries(object(node['properties']))) {
      if (!required.includes(name)) found.push(`${path}.${name} is optional`)
      found.push(...unsupported(value, `${path}.${name}`))
    }
  }
  return [...found, ...('items' in node ? unsupported(node['items'], `${path}[]`) : [])]
}

export function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function blocks(message: Json): Json[] {
  return list(message['content']).map(object)
}
