import type { Framework } from '../domain/framework.js'

const clients = ['kafkajs.Kafka()', 'confluent-kafka-javascript.KafkaJS.Kafka()']
const producers = [...clients.map((each) => `${each}.producer()`), 'kafkajs.Producer()']
const consumers = [...clients.map((each) => `${each}.consumer()`), 'kafkajs.Consumer()']
const consumerName = '(?:^|\\.)(?:consumer|kafkaConsumer)$'
const producerName = '(?:^|\\.)(?:producer|kafkaProducer)$'

/** KafkaJS: topics that are sent to and subscribed to, and the fields of their messages. */
export const kafkajs: Framework = {
  id: 'kafkajs',
  languages: ['typescript'],
  imports: ['kafkajs', '@confluentinc/kafka-javascript'],
  rules: [
    {
      id: 'send',
      emit: 'element',
      match: { on: 'call', name: ['send'], receiver: producers, receiverName: producerName, minArguments: 1 },
      action: 'publishes',
      element: 'event kafka {topic}',
      words: { topic: ['argument 0 . topic'] },
      fields: ['argument 0 . messages first . value'],
    },
    {
      id: 'send-batch',
      emit: 'element',
      match: { on: 'call', name: ['sendBatch'], receiver: producers, receiverName: producerName },
      action: 'publishes',
      element: 'event kafka {topic}',
      words: { topic: ['item . topic'] },
      each: ['argument 0 . topicMessages'],
      fields: ['item . messages first . value'],
    },
    {
      id: 'subscribe',
      emit: 'element',
      match: { on: 'call', name: ['subscribe'], receiver: consumers, receiverName: consumerName },
      action: 'subscribes',
      element: 'event kafka {topic}',
      words: { topic: ['item'] },
      each: ['argument 0 . topics', 'argument 0 . topic'],
    },
    {
      id: 'run',
      emit: 'element',
      match: { on: 'call', name: ['run'], receiver: consumers, receiverName: consumerName },
      action: 'subscribes',
      element: 'event kafka {topic}',
      words: { topic: ['receiver chained subscribe argument 0 . topic'] },
      reader: { of: ['argument 0 . eachMessage'], members: ['message.value'] },
    },
  ],
}
