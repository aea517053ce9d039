import type { ElementRule, Framework, Match } from '../domain/framework.js'

const connections = [
  'pika.BlockingConnection()',
  'pika.SelectConnection()',
  'pika.adapters.BlockingConnection()',
]
const channels = [
  ...connections.map((each) => `${each}.channel()`),
  'pika.BlockingChannel()',
  'adapters.BlockingChannel()',
]
const receiverName = '(?:^|\\.)_?(?:channel|ch)$'

function on(name: string, holds?: Match['holds']): Match {
  return { on: 'call', name: [name], receiver: channels, receiverName, ...(holds ? { holds } : {}) }
}

const publish = { emit: 'element', action: 'publishes', fields: ['keyword body', 'argument 2'] } as const

/** A message goes to an exchange under a key; to the queue of that name where the exchange has none. */
const rules: readonly ElementRule[] = [
  {
    ...publish,
    id: 'publish',
    match: on('basic_publish', { 'keyword exchange': '.', 'keyword routing_key': '.' }),
    element: 'event amqp {exchange}/{key}',
    words: { exchange: ['keyword exchange'], key: ['keyword routing_key'] },
  },
  {
    ...publish,
    id: 'publish-to-exchange',
    match: on('basic_publish', { 'keyword exchange': '.', 'keyword routing_key': '^$' }),
    element: 'event amqp {exchange}',
    words: { exchange: ['keyword exchange'] },
  },
  {
    ...publish,
    id: 'publish-to-queue',
    match: on('basic_publish', { 'keyword exchange': '^$' }),
    element: 'event amqp {key}',
    words: { key: ['keyword routing_key'] },
  },
  {
    ...publish,
    id: 'publish-in-order',
    match: on('basic_publish', { 'argument 0': '^$' }),
    element: 'event amqp {key}',
    words: { key: ['argument 1', 'keyword routing_key'] },
  },
  {
    id: 'consume',
    emit: 'element',
    match: on('basic_consume'),
    action: 'subscribes',
    element: 'event amqp {queue}',
    words: { queue: ['keyword queue', 'argument 0'] },
    reader: { of: ['keyword on_message_callback', 'argument 1'], parameter: 3, members: [''] },
  },
  {
    id: 'bind',
    emit: 'element',
    match: on('queue_bind', { 'keyword exchange': '.', 'keyword routing_key': '.' }),
    action: 'subscribes',
    element: 'event amqp {exchange}/{key}',
    words: { exchange: ['keyword exchange'], key: ['keyword routing_key'] },
  },
]

/** RabbitMQ by pika: queues, and exchanges with the keys of their messages. */
export const pika: Framework = {
  id: 'pika',
  languages: ['python'],
  imports: ['pika', 'pika.*'],
  rules,
}
