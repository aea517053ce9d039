import type { Framework } from '../domain/framework.js'

const producers = ['Producer', 'SerializingProducer', 'AvroProducer'].map(
  (each) => `confluent_kafka.${each}()`,
)
const consumers = ['Consumer', 'DeserializingConsumer', 'AvroConsumer'].map(
  (each) => `confluent_kafka.${each}()`,
)

/** Kafka by Confluent's client for Python. */
export const confluentKafkaPython: Framework = {
  id: 'confluent-kafka-python',
  languages: ['python'],
  imports: ['confluent_kafka', 'confluent_kafka.*'],
  rules: [
    {
      id: 'produce',
      emit: 'element',
      match: {
        on: 'call',
        name: ['produce'],
        receiver: producers,
        receiverName: '(?:^|\\.)_?(?:producer|kafka_producer)$',
      },
      action: 'publishes',
      element: 'event kafka {topic}',
      words: { topic: ['argument 0', 'keyword topic'] },
      fields: ['keyword value', 'argument 1'],
    },
    {
      id: 'subscribe',
      emit: 'element',
      match: {
        on: 'call',
        name: ['subscribe'],
        receiver: consumers,
        receiverName: '(?:^|\\.)_?(?:consumer|kafka_consumer)$',
      },
      action: 'subscribes',
      element: 'event kafka {topic}',
      each: ['argument 0', 'keyword topics'],
      words: { topic: ['item'] },
    },
    {
      id: 'poll',
      emit: 'element',
      match: { on: 'call', name: ['poll'], receiver: consumers },
      action: 'subscribes',
      element: 'event kafka {topic}',
      words: { topic: ['receiver chained subscribe argument 0 first'] },
      reader: { of: 'value', members: ['value()'] },
    },
  ],
}
