import type { Framework } from '../domain/framework.js'

/** Kafka by franz-go. */
export const franzGo: Framework = {
  id: 'franz-go',
  languages: ['go'],
  imports: ['github.com/twmb/franz-go/pkg/kgo'],
  rules: [
    {
      id: 'record',
      emit: 'element',
      match: { on: 'literal', name: ['Record'], receiver: ['kgo'] },
      action: 'publishes',
      element: 'event kafka {topic}',
      words: { topic: ['keyword Topic'] },
      fields: ['keyword Value'],
    },
    {
      id: 'default-topic',
      emit: 'element',
      match: { on: 'call', name: ['DefaultProduceTopic'], receiver: ['kgo'] },
      action: 'publishes',
      element: 'event kafka {topic}',
      words: { topic: ['argument 0'] },
    },
    {
      id: 'topics',
      emit: 'element',
      match: {
        on: 'call',
        name: ['ConsumeTopics', 'AddConsumeTopics'],
        receiver: ['kgo', 'kgo.NewClient()'],
      },
      action: 'subscribes',
      element: 'event kafka {topic}',
      each: ['arguments'],
      words: { topic: ['item'] },
    },
  ],
}
