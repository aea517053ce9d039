import type { ElementRule, Framework, Match } from '../domain/framework.js'

const modules = ['amqp091-go', 'amqp']
const channels = modules.flatMap((each) => [
  `${each}.Dial().Channel()`,
  `${each}.Connection().Channel()`,
  `${each}.Channel()`,
])

function on(name: string, holds?: Match['holds']): Match {
  return { on: 'call', name: [name], receiver: channels, ...(holds ? { holds } : {}) }
}

/** Exchange and key of a message stand after the context, where there is one. */
function publishing(name: string, at: number): readonly ElementRule[] {
  const exchange = `argument ${at}`
  const key = `argument ${at + 1}`
  const sent = { emit: 'element', action: 'publishes', fields: [`argument ${at + 4} . Body`] } as const
  return [
    {
      ...sent,
      id: `${name}-to-both`,
      match: on(name, { [exchange]: '.', [key]: '.' }),
      element: 'event amqp {exchange}/{key}',
      words: { exchange: [exchange], key: [key] },
    },
    {
      ...sent,
      id: `${name}-to-exchange`,
      match: on(name, { [exchange]: '.', [key]: '^$' }),
      element: 'event amqp {exchange}',
      words: { exchange: [exchange] },
    },
    {
      ...sent,
      id: `${name}-to-queue`,
      match: on(name, { [exchange]: '^$' }),
      element: 'event amqp {key}',
      words: { key: [key] },
    },
  ]
}

const consuming: readonly ElementRule[] = [
  {
    id: 'consume',
    emit: 'element',
    match: on('Consume'),
    action: 'subscribes',
    element: 'event amqp {queue}',
    words: { queue: ['argument 0'] },
    reader: { of: 'value', members: ['[].Body'] },
  },
  {
    id: 'bind',
    emit: 'element',
    match: on('QueueBind', { 'argument 1': '.', 'argument 2': '.' }),
    action: 'subscribes',
    element: 'event amqp {exchange}/{key}',
    words: { exchange: ['argument 2'], key: ['argument 1'] },
  },
  {
    id: 'bind-to-exchange',
    emit: 'element',
    match: on('QueueBind', { 'argument 1': '^$', 'argument 2': '.' }),
    action: 'subscribes',
    element: 'event amqp {exchange}',
    words: { exchange: ['argument 2'] },
  },
]

/** RabbitMQ by amqp091-go and its predecessor: a queue's own name is the key of the exchange without a name. */
export const amqp091: Framework = {
  id: 'amqp091',
  languages: ['go'],
  imports: ['github.com/rabbitmq/amqp091-go', 'github.com/streadway/amqp'],
  rules: [...publishing('Publish', 0), ...publishing('PublishWithContext', 1), ...consuming],
}
