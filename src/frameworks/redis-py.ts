import type { Framework } from '../domain/framework.js'

const clients = [
  'Redis()',
  'StrictRedis()',
  'from_url()',
  'Redis.from_url()',
  'asyncio.Redis()',
  'asyncio.from_url()',
].map((each) => `redis.${each}`)
const receiverName = '(?:^|\\.)_?(?:redis|redis_client|r)$'

/** Redis by redis-py: channels that are published and subscribed to, and streams. */
export const redisPy: Framework = {
  id: 'redis-py',
  languages: ['python'],
  imports: ['redis', 'redis.*'],
  rules: [
    {
      id: 'publish',
      emit: 'element',
      match: { on: 'call', name: ['publish'], receiver: clients, receiverName, minArguments: 2 },
      action: 'publishes',
      element: 'event redis {channel}',
      words: { channel: { from: ['argument 0'], open: true } },
      fields: ['argument 1'],
    },
    {
      id: 'subscribe',
      emit: 'element',
      match: {
        on: 'call',
        name: ['subscribe', 'psubscribe'],
        receiver: clients.map((each) => `${each}.pubsub()`),
        receiverName: '(?:^|\\.)_?pubsub$',
      },
      action: 'subscribes',
      element: 'event redis {channel}',
      each: ['arguments'],
      words: { channel: { from: ['item'], open: true } },
    },
    {
      id: 'add-to-stream',
      emit: 'element',
      match: { on: 'call', name: ['xadd'], receiver: clients, receiverName, minArguments: 2 },
      action: 'publishes',
      element: 'event redis {stream}',
      words: { stream: { from: ['argument 0'], open: true } },
      fields: ['argument 1'],
    },
  ],
}
