import type { Framework } from '../domain/framework.js'

const queues = ['bullmq.Queue()', 'bull()', 'bull.Queue()', 'bullmq.FlowProducer()']

/** BullMQ and Bull: queues by their names, and the fields of their jobs. */
export const bullmq: Framework = {
  id: 'bullmq',
  languages: ['typescript'],
  imports: ['bullmq', 'bull', '@nestjs/bullmq', '@nestjs/bull'],
  rules: [
    {
      id: 'add',
      emit: 'element',
      match: { on: 'call', name: ['add'], receiver: queues, minArguments: 1 },
      action: 'publishes',
      element: 'event bullmq {queue}',
      words: { queue: ['receiver argument 0', 'receiver argument 0 . name'] },
      fields: ['argument 1', 'argument 0'],
    },
    {
      id: 'add-bulk',
      emit: 'element',
      match: { on: 'call', name: ['addBulk'], receiver: queues },
      action: 'publishes',
      element: 'event bullmq {queue}',
      words: { queue: ['receiver argument 0'] },
      fields: ['argument 0 first . data'],
    },
    {
      id: 'process',
      emit: 'element',
      match: { on: 'call', name: ['process'], receiver: ['bull()', 'bull.Queue()'], minArguments: 1 },
      action: 'subscribes',
      element: 'event bullmq {queue}',
      words: { queue: ['receiver argument 0'] },
      reader: { of: ['argument -1'], members: ['data'] },
    },
    {
      id: 'worker',
      emit: 'element',
      match: { on: 'new', name: ['Worker'], receiver: ['bullmq'] },
      action: 'subscribes',
      element: 'event bullmq {queue}',
      words: { queue: ['argument 0'] },
      reader: { of: ['argument 1'], members: ['data'] },
    },
    {
      id: 'inject',
      emit: 'element',
      match: { on: 'decorator', name: ['InjectQueue'], receiver: ['bull', 'bullmq'] },
      action: 'publishes',
      element: 'event bullmq {queue}',
      words: { queue: ['argument 0'] },
    },
    {
      id: 'processor',
      emit: 'element',
      match: { on: 'decorator', name: ['Processor'], receiver: ['bull', 'bullmq'] },
      action: 'subscribes',
      element: 'event bullmq {queue}',
      words: { queue: ['argument 0 . name', 'argument 0'] },
    },
  ],
}
