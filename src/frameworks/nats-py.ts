import type { Framework } from '../domain/framework.js'

const connections = ['nats.connect()', 'nats.aio.client.Client()', 'nats.Client()', 'nats.NATS()']
const everywhere = connections.flatMap((each) => [each, `${each}.jetstream()`])
const receiverName = '(?:^|\\.)_?(?:nc|nats_client|nats_connection)$'
const words = { subject: { from: ['argument 0', 'keyword subject'], open: true } } as const

/** NATS by nats-py. */
export const natsPy: Framework = {
  id: 'nats-py',
  languages: ['python'],
  imports: ['nats', 'nats.*'],
  rules: [
    {
      id: 'publish',
      emit: 'element',
      match: { on: 'call', name: ['publish', 'request'], receiver: everywhere, receiverName },
      action: 'publishes',
      element: 'event nats {subject}',
      words,
      fields: ['argument 1', 'keyword payload'],
    },
    {
      id: 'subscribe',
      emit: 'element',
      match: { on: 'call', name: ['subscribe', 'pull_subscribe'], receiver: everywhere, receiverName },
      action: 'subscribes',
      element: 'event nats {subject}',
      words,
      reader: { of: ['keyword cb', 'argument 1'], members: ['data'] },
    },
  ],
}
