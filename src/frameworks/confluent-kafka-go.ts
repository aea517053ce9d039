import type { Framework } from '../domain/framework.js'

const consumers = ['kafka.NewConsumer()', 'kafka.Consumer()']
const subscribed = [
  'receiver chained SubscribeTopics argument 0 first',
  'receiver chained Subscribe argument 0',
]

/** Kafka by Confluent's client for Go. */
export const confluentKafkaGo: Framework = {
  id: 'confluent-kafka-go',
  languages: ['go'],
  imports: ['github.com/confluentinc/confluent-kafka-go*'],
  rules: [
    {
      id: 'message',
      emit: 'element',
      match: { on: 'literal', name: ['Message'], receiver: ['kafka'] },
      action: 'publishes',
      element: 'event kafka {topic}',
      words: { topic: ['keyword TopicPartition . Topic'] },
      fields: ['keyword Value'],
    },
    {
      id: 'subscribe',
      emit: 'element',
      match: { on: 'call', name: ['Subscribe', 'SubscribeTopics'], receiver: consumers },
      action: 'subscribes',
      element: 'event kafka {topic}',
      each: ['argument 0'],
      words: { topic: ['item'] },
    },
    {
      id: 'read',
      emit: 'element',
      match: { on: 'call', name: ['ReadMessage'], receiver: consumers },
      action: 'subscribes',
      element: 'event kafka {topic}',
      words: { topic: subscribed },
      reader: { of: 'value', members: ['Value'] },
    },
  ],
}
