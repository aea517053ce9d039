import type { Framework } from '../domain/framework.js'

const clients = [
  'microservices.ClientProxy()',
  'microservices.ClientKafka()',
  'microservices.ClientRMQ()',
  'microservices.ClientNats()',
  'microservices.ClientRedis()',
  'microservices.ClientTCP()',
  'microservices.ClientProxyFactory.create()',
]
const pattern = ['argument 0 . cmd', 'argument 0']

/** Microservices of NestJS: their patterns are names of their own, by whatever broker they travel; Kafka's are topics too. */
export const nestjsMicroservices: Framework = {
  id: 'nestjs-microservices',
  languages: ['typescript'],
  imports: ['@nestjs/microservices'],
  rules: [
    {
      id: 'send',
      emit: 'element',
      match: { on: 'call', name: ['emit', 'send'], receiver: clients, minArguments: 1 },
      action: 'publishes',
      element: 'event nest {pattern}',
      words: { pattern },
      fields: ['argument 1'],
    },
    {
      id: 'send-kafka',
      emit: 'element',
      match: {
        on: 'call',
        name: ['emit', 'send'],
        receiver: ['microservices.ClientKafka()'],
        minArguments: 1,
      },
      action: 'publishes',
      element: 'event kafka {pattern}',
      words: { pattern: ['argument 0'] },
      fields: ['argument 1'],
    },
    {
      id: 'pattern',
      emit: 'element',
      match: { on: 'decorator', name: ['EventPattern', 'MessagePattern'], receiver: ['microservices'] },
      action: 'subscribes',
      element: 'event nest {pattern}',
      each: ['argument 0 . cmd', 'argument 0'],
      words: { pattern: ['item'] },
      reader: { of: 'decorated', members: [''] },
    },
  ],
}
