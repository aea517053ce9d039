import type { Framework } from '../domain/framework.js'

/** Kafka by Sarama. */
export const sarama: Framework = {
  id: 'sarama',
  languages: ['go'],
  imports: ['github.com/IBM/sarama', 'github.com/Shopify/sarama', 'gopkg.in/Shopify/sarama.v1'],
  rules: [
    {
      id: 'message',
      emit: 'element',
      match: { on: 'literal', name: ['ProducerMessage'], receiver: ['sarama'] },
      action: 'publishes',
      element: 'event kafka {topic}',
      words: { topic: ['keyword Topic'] },
      fields: ['keyword Value'],
    },
    {
      id: 'partition',
      emit: 'element',
      match: {
        on: 'call',
        name: ['ConsumePartition'],
        receiver: ['sarama.NewConsumer()', 'sarama.NewConsumerFromClient()', 'sarama.Consumer()'],
      },
      action: 'subscribes',
      element: 'event kafka {topic}',
      words: { topic: ['argument 0'] },
      reader: { of: 'value', members: ['Messages().[].Value'] },
    },
    {
      id: 'group',
      emit: 'element',
      match: {
        on: 'call',
        name: ['Consume'],
        receiver: [
          'sarama.NewConsumerGroup()',
          'sarama.NewConsumerGroupFromClient()',
          'sarama.ConsumerGroup()',
        ],
      },
      action: 'subscribes',
      element: 'event kafka {topic}',
      each: ['argument 1'],
      words: { topic: ['item'] },
    },
    {
      id: 'encoder',
      emit: 'pass',
      match: { on: 'call', name: ['ByteEncoder', 'StringEncoder'], receiver: ['sarama'] },
      from: 'argument 0',
    },
  ],
}
