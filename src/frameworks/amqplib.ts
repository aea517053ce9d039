import type { ElementRule, Framework, Match } from '../domain/framework.js'

const connections = [
  'amqplib.connect()',
  'callback_api.connect()',
  'amqplib.Connection()',
  'amqplib.ChannelModel()',
]
const channels = [
  ...connections.flatMap((each) => [`${each}.createChannel()`, `${each}.createConfirmChannel()`]),
  'amqplib.Channel()',
  'amqplib.ConfirmChannel()',
]
const receiverName = '(?:^|\\.)(?:channel|ch|amqpChannel|rabbitChannel)$'

function on(name: string, holds?: Match['holds']): Match {
  return { on: 'call', name: [name], receiver: channels, receiverName, ...(holds ? { holds } : {}) }
}

const publish = { emit: 'element', action: 'publishes', fields: ['argument 2'] } as const
const bind = { emit: 'element', action: 'subscribes' } as const
const exchange = ['argument 0']
const key = ['argument 1']

/** A message goes to an exchange under a key; to the queue of that name where the exchange has none. */
const rules: readonly ElementRule[] = [
  {
    id: 'send-to-queue',
    emit: 'element',
    match: on('sendToQueue'),
    action: 'publishes',
    element: 'event amqp {queue}',
    words: { queue: ['argument 0'] },
    fields: ['argument 1'],
  },
  {
    ...publish,
    id: 'publish',
    match: on('publish', { 'argument 0': '.', 'argument 1': '.' }),
    element: 'event amqp {exchange}/{key}',
    words: { exchange, key },
  },
  {
    ...publish,
    id: 'publish-to-exchange',
    match: on('publish', { 'argument 0': '.', 'argument 1': '^$' }),
    element: 'event amqp {exchange}',
    words: { exchange },
  },
  {
    ...publish,
    id: 'publish-to-queue',
    match: on('publish', { 'argument 0': '^$' }),
    element: 'event amqp {key}',
    words: { key },
  },
  {
    id: 'consume',
    emit: 'element',
    match: on('consume'),
    action: 'subscribes',
    element: 'event amqp {queue}',
    words: { queue: ['argument 0'] },
    reader: { of: ['argument 1'], members: ['content'] },
  },
  {
    ...bind,
    id: 'bind',
    match: on('bindQueue', { 'argument 1': '.', 'argument 2': '.' }),
    element: 'event amqp {exchange}/{key}',
    words: { exchange: ['argument 1'], key: ['argument 2'] },
  },
  {
    ...bind,
    id: 'bind-to-exchange',
    match: on('bindQueue', { 'argument 1': '.', 'argument 2': '^$' }),
    element: 'event amqp {exchange}',
    words: { exchange: ['argument 1'] },
  },
]

/** RabbitMQ by amqplib: queues, and exchanges with the keys of their messages. */
export const amqplib: Framework = {
  id: 'amqplib',
  languages: ['typescript'],
  imports: ['amqplib', 'amqplib/callback_api'],
  rules,
}
