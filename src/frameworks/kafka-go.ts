import type { ElementRule, Framework } from '../domain/framework.js'

const reads = ['ReadMessage', 'FetchMessage']
const topic = ['keyword Topic']

const rules: readonly ElementRule[] = [
  {
    id: 'writer',
    emit: 'element',
    match: { on: 'literal', name: ['Writer', 'WriterConfig'], receiver: ['kafka-go'] },
    action: 'publishes',
    element: 'event kafka {topic}',
    words: { topic },
  },
  {
    id: 'message',
    emit: 'element',
    match: { on: 'literal', name: ['Message'], receiver: ['kafka-go'] },
    action: 'publishes',
    element: 'event kafka {topic}',
    words: { topic },
    fields: ['keyword Value'],
  },
  {
    id: 'write',
    emit: 'element',
    match: {
      on: 'call',
      name: ['WriteMessages'],
      receiver: ['kafka-go.NewWriter()', 'kafka-go.Writer()'],
    },
    action: 'publishes',
    element: 'event kafka {topic}',
    words: { topic: ['receiver argument 0 . Topic', 'receiver . Topic'] },
    fields: ['argument 1 . Value'],
  },
  {
    id: 'reader',
    emit: 'element',
    match: { on: 'literal', name: ['ReaderConfig'], receiver: ['kafka-go'] },
    action: 'subscribes',
    element: 'event kafka {topic}',
    each: ['keyword GroupTopics', 'keyword Topic'],
    words: { topic: ['item'] },
  },
  {
    id: 'read',
    emit: 'element',
    match: { on: 'call', name: reads, receiver: ['kafka-go.NewReader()', 'kafka-go.Reader()'] },
    action: 'subscribes',
    element: 'event kafka {topic}',
    words: { topic: ['receiver argument 0 . Topic'] },
    reader: { of: 'value', members: ['Value'] },
  },
]

/** Kafka by segmentio/kafka-go. */
export const kafkaGo: Framework = {
  id: 'kafka-go',
  languages: ['go'],
  imports: ['github.com/segmentio/kafka-go'],
  rules,
}
