/**
 * AsyncAPI 2 and 3: the channels that an application declares, whether it publishes to them or subscribes, and the fields of
 * their messages. Deliberately absent: references to other files, and payloads that are not JSON Schema.
 */
import type { Action } from '../../domain/element-fact.js'
import type { Fact } from '../../domain/fact.js'
import type { Format } from '../../domain/format.js'
import { elementFact } from '../shared/fact-of.js'
import { readJson } from '../shared/read-json.js'
import { readYaml } from '../shared/read-yaml.js'
import { schemaFields } from '../shared/schema-fields.js'
import { below, type Entry, entriesOf, type Tree, textOf } from '../shared/tree.js'
import { dereferenced, messagesOf, protocolOf } from './channel.js'

export const asyncapi: Format = {
  id: 'asyncapi',
  mayBe: (path) => /asyncapi[\w.-]*\.(?:ya?ml|json)$|(?:^|\/)asyncapi\/[\w./-]+\.(?:ya?ml|json)$/i.test(path),
  facts: (path, text) => {
    if (!isAsyncapi.test(text)) return { facts: [], problems: [] }
    const { documents, problem } = path.endsWith('.json') ? readJson(text) : readYaml(text)
    return { facts: documents.flatMap(factsOf), problems: problem === null ? [] : [{ problem }] }
  },
}

const isAsyncapi = /(?:^|[{,\s])["']?asyncapi["']?\s*:\s*["']?[23]\.\d/m

function factsOf(document: Tree): readonly Fact[] {
  const isSecond = textOf(below(document, 'asyncapi'))?.startsWith('2.') ?? false
  return entriesOf(below(document, 'channels')).flatMap((channel) =>
    isSecond ? ofSecond(document, channel) : ofThird(document, channel),
  )
}

/** In version 2 the operations are those of a client: where it may subscribe, the application publishes. */
const ofClient: readonly (readonly [string, Action])[] = [
  ['subscribe', 'publishes'],
  ['publish', 'subscribes'],
]

function ofSecond(document: Tree, { key, line, value }: Entry): readonly Fact[] {
  const channel = dereferenced(document, value)
  const named: Named = { broker: protocolOf(document, channel), address: spelt(key) }
  return [
    ...said(named, 'declares', line),
    ...ofClient.flatMap(([word, action]) => {
      const operation = entriesOf(channel).find((entry) => entry.key === word)
      if (!operation) return []
      const messages = messagesOf(document, below(operation.value, 'message'))
      return [
        ...said(named, action, operation.line),
        ...messages.flatMap((each) => fieldsOf(document, named, each)),
      ]
    }),
  ]
}

const ofApplication: Readonly<Record<string, Action>> = { send: 'publishes', receive: 'subscribes' }

/** In version 3 operations are of the application, and refer to channels. */
function ofThird(document: Tree, { key, line, value }: Entry): readonly Fact[] {
  const channel = dereferenced(document, value)
  const address = textOf(below(channel, 'address')) ?? key
  const named: Named = { broker: protocolOf(document, channel), address: spelt(address) }
  const operations = entriesOf(below(document, 'operations')).filter(
    ({ value: operation }) =>
      textOf(below(operation, 'channel', '$ref')) === `#/channels/${key.replaceAll('/', '~1')}`,
  )
  const messages = entriesOf(below(channel, 'messages')).flatMap((each) => messagesOf(document, each.value))
  return [
    ...said(named, 'declares', line),
    ...operations.flatMap((operation) => {
      const word = textOf(below(operation.value, 'action')) ?? ''
      const action = Object.hasOwn(ofApplication, word) ? ofApplication[word] : undefined
      return action ? said(named, action, operation.line) : []
    }),
    ...messages.flatMap((each) => fieldsOf(document, named, each)),
  ]
}

type Named = { readonly broker: string | null; readonly address: string }

function said({ broker, address }: Named, action: Action, line: number): readonly Fact[] {
  return broker === null
    ? []
    : elementFact({ line, rule: 'asyncapi.channel' }, action, ['event', broker, address])
}

function fieldsOf(document: Tree, { broker, address }: Named, message: Tree): readonly Fact[] {
  const payload = below(message, 'payload')
  const schema = below(payload, 'schema') ?? payload
  if (broker === null) return []
  return schemaFields(document, schema).flatMap((field) =>
    elementFact(
      { line: field.line, rule: 'asyncapi.field' },
      'declares',
      ['event', broker, address, field.path],
      { type: field.type, required: field.isRequired ? 'true' : null, default: field.default },
    ),
  )
}

/** `orders/{orderId}/paid` is `orders/{}/paid`. */
function spelt(address: string): string {
  return address.replace(/\{[^{}]*\}/g, '{}')
}
