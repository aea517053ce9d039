import type { Framework } from '../domain/framework.js'

const connections = [
  'nats.go.Connect()',
  'nats.go.Conn()',
  'nats.go.NewEncodedConn()',
  'nats.go.EncodedConn()',
]
const streams = [
  'nats.go.Connect().JetStream()',
  'nats.go.JetStreamContext()',
  'jetstream.New()',
  'jetstream.JetStream()',
]
const everywhere = [...connections, ...streams]
const words = { subject: { from: ['argument 0'], open: true } } as const

/** NATS by nats.go. */
export const natsGo: Framework = {
  id: 'nats-go',
  languages: ['go'],
  imports: ['github.com/nats-io/nats.go', 'github.com/nats-io/nats.go/jetstream'],
  rules: [
    {
      id: 'publish',
      emit: 'element',
      match: {
        on: 'call',
        name: ['Publish', 'PublishAsync', 'Request'],
        receiver: everywhere,
        minArguments: 2,
      },
      action: 'publishes',
      element: 'event nats {subject}',
      words,
      fields: ['argument 1'],
    },
    {
      id: 'publish-in-context',
      emit: 'element',
      match: { on: 'call', name: ['Publish', 'RequestWithContext'], receiver: everywhere, minArguments: 3 },
      action: 'publishes',
      element: 'event nats {subject}',
      words: { subject: { from: ['argument 1'], open: true } },
      fields: ['argument 2'],
    },
    {
      id: 'message',
      emit: 'element',
      match: { on: 'literal', name: ['Msg'], receiver: ['nats.go'] },
      action: 'publishes',
      element: 'event nats {subject}',
      words: { subject: { from: ['keyword Subject'], open: true } },
      fields: ['keyword Data'],
    },
    {
      id: 'subscribe',
      emit: 'element',
      match: {
        on: 'call',
        name: ['Subscribe', 'SubscribeSync', 'ChanSubscribe', 'PullSubscribe'],
        receiver: everywhere,
      },
      action: 'subscribes',
      element: 'event nats {subject}',
      words,
      reader: { of: ['argument 1'], members: ['Data'] },
    },
    {
      id: 'queue',
      emit: 'element',
      match: { on: 'call', name: ['QueueSubscribe', 'QueueSubscribeSync'], receiver: everywhere },
      action: 'subscribes',
      element: 'event nats {subject}',
      words,
      reader: { of: ['argument 2'], members: ['Data'] },
    },
  ],
}
