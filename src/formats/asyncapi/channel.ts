import { resolveReference } from '../shared/schema-fields.js'
import { below, entriesOf, itemsOf, type Tree, textOf, textsOf } from '../shared/tree.js'

/** References of references are not followed further. */
const mostSteps = 5

/** What a tree stands for when it is a reference within its document; undefined when that leads nowhere. */
export function dereferenced(root: Tree, tree: Tree | undefined): Tree | undefined {
  let found = tree
  for (let step = 0; step < mostSteps; step++) {
    const reference = textOf(below(found, '$ref'))
    if (reference === null) return found
    found = resolveReference(root, reference)
  }
  return undefined
}

/** The messages that stand for one: itself, or each of `oneOf`. */
export function messagesOf(root: Tree, message: Tree | undefined): readonly Tree[] {
  const found = dereferenced(root, message)
  if (!found) return []
  const choices = itemsOf(below(found, 'oneOf'))
  return choices.length ? choices.flatMap((each) => dereferenced(root, each) ?? []) : [found]
}

/** Names of protocols that say only how it is carried. */
const sameBroker: Readonly<Record<string, string>> = {
  'kafka-secure': 'kafka',
  amqps: 'amqp',
  amqp1: 'amqp',
  'secure-mqtt': 'mqtt',
  mqtts: 'mqtt',
  mqtt5: 'mqtt',
  wss: 'ws',
  rediss: 'redis',
  https: 'http',
}

/** The broker of a channel: by its bindings, else by its servers, else by all; null where that leaves none or several. */
export function protocolOf(root: Tree, channel: Tree | undefined): string | null {
  const bindings = entriesOf(below(channel, 'bindings')).map(({ key }) => key)
  const servers = entriesOf(below(root, 'servers'))
  const named = new Set([
    ...textsOf(below(channel, 'servers')).map(({ text }) => text),
    ...itemsOf(below(channel, 'servers')).map((each) => textOf(below(each, '$ref'))?.split('/').at(-1) ?? ''),
  ])
  const own = servers.filter(({ key }) => named.size === 0 || named.has(key))
  const protocols = own.map(
    ({ value }) => textOf(below(dereferenced(root, value), 'protocol'))?.toLowerCase() ?? '',
  )
  const found = new Set(
    (bindings.length ? bindings : protocols).map((each) => sameBroker[each] ?? each).filter(Boolean),
  )
  const [only] = found
  return found.size === 1 ? (only ?? null) : null
}
