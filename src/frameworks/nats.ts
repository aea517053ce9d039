import type { Framework } from '../domain/framework.js'

const connections = [
  'nats.connect()',
  'transport-node.connect()',
  'nats-core.wsconnect()',
  'nats.NatsConnection()',
]
const streams = connections.flatMap((each) => [`${each}.jetstream()`])
const everywhere = [...connections, ...streams, 'jetstream.jetstream()', 'nats.JetStreamClient()']
const receiverName = '(?:^|\\.)(?:nc|natsConnection|natsClient)$'
const words = { subject: { from: ['argument 0'], open: true } } as const

/** NATS: subjects that are published, asked and listened to. */
export const nats: Framework = {
  id: 'nats',
  languages: ['typescript'],
  imports: ['nats', '@nats-io/*', 'nats.ws'],
  rules: [
    {
      id: 'publish',
      emit: 'element',
      match: { on: 'call', name: ['publish'], receiver: everywhere, receiverName },
      action: 'publishes',
      element: 'event nats {subject}',
      words,
      fields: ['argument 1'],
    },
    {
      id: 'request',
      emit: 'element',
      match: { on: 'call', name: ['request', 'requestMany'], receiver: connections, receiverName },
      action: 'publishes',
      element: 'event nats {subject}',
      words,
      fields: ['argument 1'],
    },
    {
      id: 'subscribe',
      emit: 'element',
      match: { on: 'call', name: ['subscribe'], receiver: everywhere, receiverName, minArguments: 1 },
      action: 'subscribes',
      element: 'event nats {subject}',
      words,
      reader: { of: 'value', members: ['[].data', '[].json()', '[].string()'] },
    },
    {
      id: 'callback',
      emit: 'element',
      match: { on: 'call', name: ['subscribe'], receiver: everywhere, receiverName, minArguments: 2 },
      action: 'subscribes',
      element: 'event nats {subject}',
      words,
      reader: { of: ['argument 1 . callback'], parameter: 1, members: ['data', 'json()', 'string()'] },
    },
    {
      id: 'codec',
      emit: 'pass',
      match: {
        on: 'call',
        name: ['encode', 'decode'],
        receiver: ['nats.StringCodec()', 'nats.JSONCodec()'],
        minArguments: 1,
      },
      from: 'argument 0',
    },
  ],
}
