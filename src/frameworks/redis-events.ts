import type { Framework } from '../domain/framework.js'

const clients = [
  'ioredis()',
  'ioredis.Redis()',
  'ioredis.Cluster()',
  'redis.createClient()',
  'redis.createCluster()',
  'client.createClient()',
  'redis.RedisClientType()',
].flatMap((each) => [each, `${each}.duplicate()`])
const receiverName = '(?:^|\\.)(?:redis|redisClient|redisPub|redisSub|redisPublisher|redisSubscriber)$'

/** Redis: channels that are published and subscribed to, and streams. */
export const redisEvents: Framework = {
  id: 'redis-events',
  languages: ['typescript'],
  imports: ['ioredis', 'redis', '@redis/client'],
  rules: [
    {
      id: 'publish',
      emit: 'element',
      match: { on: 'call', name: ['publish', 'sPublish'], receiver: clients, receiverName, minArguments: 2 },
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
        name: ['subscribe', 'pSubscribe', 'psubscribe', 'sSubscribe'],
        receiver: clients,
        receiverName,
        minArguments: 1,
      },
      action: 'subscribes',
      element: 'event redis {channel}',
      each: ['argument 0'],
      words: { channel: { from: ['item'], open: true } },
      reader: { of: ['argument 1'], members: [''] },
    },
    {
      id: 'add-to-stream',
      emit: 'element',
      match: { on: 'call', name: ['xadd', 'xAdd'], receiver: clients, receiverName, minArguments: 3 },
      action: 'publishes',
      element: 'event redis {stream}',
      words: { stream: { from: ['argument 0'], open: true } },
      fields: ['argument 2'],
    },
    {
      id: 'read-stream',
      emit: 'element',
      match: { on: 'call', name: ['xGroupCreate', 'xAutoClaim'], receiver: clients, receiverName },
      action: 'subscribes',
      element: 'event redis {stream}',
      words: { stream: { from: ['argument 0'], open: true } },
    },
  ],
}
