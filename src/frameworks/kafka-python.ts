import type { Framework } from '../domain/framework.js'

const producers = ['kafka.KafkaProducer()', 'aiokafka.AIOKafkaProducer()']
const consumers = ['kafka.KafkaConsumer()', 'aiokafka.AIOKafkaConsumer()']

/** Kafka by kafka-python and aiokafka. */
export const kafkaPython: Framework = {
  id: 'kafka-python',
  languages: ['python'],
  imports: ['kafka', 'kafka.*', 'aiokafka', 'aiokafka.*'],
  rules: [
    {
      id: 'send',
      emit: 'element',
      match: {
        on: 'call',
        name: ['send', 'send_and_wait'],
        receiver: producers,
        receiverName: '(?:^|\\.)_?(?:producer|kafka_producer)$',
      },
      action: 'publishes',
      element: 'event kafka {topic}',
      words: { topic: ['argument 0', 'keyword topic'] },
      fields: ['keyword value', 'argument 1'],
    },
    {
      id: 'consumer',
      emit: 'element',
      match: {
        on: 'call',
        name: ['KafkaConsumer', 'AIOKafkaConsumer'],
        receiver: ['kafka', 'aiokafka'],
        minArguments: 1,
      },
      action: 'subscribes',
      element: 'event kafka {topic}',
      each: ['arguments'],
      words: { topic: ['item'] },
      reader: { of: 'value', members: ['[].value'] },
    },
    {
      id: 'subscribed',
      emit: 'element',
      match: {
        on: 'call',
        name: ['KafkaConsumer', 'AIOKafkaConsumer'],
        receiver: ['kafka', 'aiokafka'],
        maxArguments: 0,
      },
      action: 'subscribes',
      element: 'event kafka {topic}',
      words: {
        topic: ['chained subscribe argument 0 first', 'chained subscribe keyword topics first'],
      },
      reader: { of: 'value', members: ['[].value'] },
    },
    {
      id: 'subscribe',
      emit: 'element',
      match: { on: 'call', name: ['subscribe'], receiver: consumers },
      action: 'subscribes',
      element: 'event kafka {topic}',
      each: ['argument 0', 'keyword topics'],
      words: { topic: ['item'] },
    },
  ],
}
