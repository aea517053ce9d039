import type { Framework } from '../domain/framework.js'

/** The last part of a queue's URL and of an ARN; an environment variable stands for itself. */
const queue = '([^/:{}?]+|\\{env [^{}]+\\})$'
const sqs = ['aws-sdk.SQS()', 'sqs()', 'sqs.SQS()', 'client-sqs.SQS()', 'client-sqs.SQSClient()']
const sns = ['aws-sdk.SNS()', 'sns()', 'client-sns.SNS()']

/** SQS, SNS and EventBridge, by version 2 and 3 of Amazon's SDK, and by sqs-consumer. */
export const awsMessaging: Framework = {
  id: 'aws-messaging',
  languages: ['typescript'],
  imports: [
    'aws-sdk',
    'aws-sdk/clients/sqs',
    'aws-sdk/clients/sns',
    '@aws-sdk/client-sqs',
    '@aws-sdk/client-sns',
    '@aws-sdk/client-eventbridge',
    'sqs-consumer',
  ],
  rules: [
    {
      id: 'send-command',
      emit: 'element',
      match: {
        on: 'new',
        name: ['SendMessageCommand', 'SendMessageBatchCommand'],
        receiver: ['client-sqs'],
      },
      action: 'publishes',
      element: 'event sqs {queue}',
      words: { queue: { from: ['argument 0 . QueueUrl'], fit: queue, open: true } },
      fields: ['argument 0 . MessageBody', 'argument 0 . Entries first . MessageBody'],
    },
    {
      id: 'receive-command',
      emit: 'element',
      match: { on: 'new', name: ['ReceiveMessageCommand'], receiver: ['client-sqs'] },
      action: 'subscribes',
      element: 'event sqs {queue}',
      words: { queue: { from: ['argument 0 . QueueUrl'], fit: queue, open: true } },
    },
    {
      id: 'publish-command',
      emit: 'element',
      match: { on: 'new', name: ['PublishCommand', 'PublishBatchCommand'], receiver: ['client-sns'] },
      action: 'publishes',
      element: 'event sns {topic}',
      words: { topic: { from: ['argument 0 . TopicArn'], fit: queue, open: true } },
      fields: ['argument 0 . Message'],
    },
    {
      id: 'subscribe-command',
      emit: 'element',
      match: { on: 'new', name: ['SubscribeCommand'], receiver: ['client-sns'] },
      action: 'subscribes',
      element: 'event sns {topic}',
      words: { topic: { from: ['argument 0 . TopicArn'], fit: queue, open: true } },
    },
    {
      id: 'put-events',
      emit: 'element',
      match: { on: 'new', name: ['PutEventsCommand'], receiver: ['client-eventbridge'] },
      action: 'publishes',
      element: 'event eventbridge {type}',
      each: ['argument 0 . Entries'],
      words: { type: ['item . DetailType'] },
      fields: ['item . Detail'],
    },
    {
      id: 'send',
      emit: 'element',
      match: { on: 'call', name: ['sendMessage', 'sendMessageBatch'], receiver: sqs },
      action: 'publishes',
      element: 'event sqs {queue}',
      words: { queue: { from: ['argument 0 . QueueUrl'], fit: queue, open: true } },
      fields: ['argument 0 . MessageBody', 'argument 0 . Entries first . MessageBody'],
    },
    {
      id: 'receive',
      emit: 'element',
      match: { on: 'call', name: ['receiveMessage'], receiver: sqs },
      action: 'subscribes',
      element: 'event sqs {queue}',
      words: { queue: { from: ['argument 0 . QueueUrl'], fit: queue, open: true } },
    },
    {
      id: 'publish',
      emit: 'element',
      match: { on: 'call', name: ['publish'], receiver: sns },
      action: 'publishes',
      element: 'event sns {topic}',
      words: { topic: { from: ['argument 0 . TopicArn'], fit: queue, open: true } },
      fields: ['argument 0 . Message'],
    },
    {
      id: 'consumer',
      emit: 'element',
      match: { on: 'call', name: ['create'], receiver: ['sqs-consumer.Consumer'] },
      action: 'subscribes',
      element: 'event sqs {queue}',
      words: { queue: { from: ['argument 0 . queueUrl'], fit: queue, open: true } },
      reader: { of: ['argument 0 . handleMessage'], members: ['Body'] },
    },
  ],
}
