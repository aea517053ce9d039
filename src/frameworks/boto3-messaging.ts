import type { ElementRule, Framework, Match } from '../domain/framework.js'

/** The last part of a queue's URL and of an ARN; an environment variable stands for itself. */
const last = '([^/:{}?]+|\\{env [^{}]+\\})$'
const clients = ['boto3.client()', 'boto3.Session().client()', 'boto3.session.Session().client()']

function on(service: string, name: string): Match {
  return {
    on: 'call',
    name: [name],
    receiver: clients,
    holds: { 'receiver argument 0': `^${service}$` },
  }
}

const queue = { from: ['keyword QueueUrl'], fit: last, open: true } as const

const rules: readonly ElementRule[] = [
  {
    id: 'send',
    emit: 'element',
    match: on('sqs', 'send_message'),
    action: 'publishes',
    element: 'event sqs {queue}',
    words: { queue },
    fields: ['keyword MessageBody'],
  },
  {
    id: 'receive',
    emit: 'element',
    match: on('sqs', 'receive_message'),
    action: 'subscribes',
    element: 'event sqs {queue}',
    words: { queue },
    reader: { of: 'value', members: ['Messages.[].Body'] },
  },
  {
    id: 'send-to-named',
    emit: 'element',
    match: {
      on: 'call',
      name: ['send_message'],
      receiver: ['boto3.resource().get_queue_by_name()', 'boto3.resource().Queue()'],
    },
    action: 'publishes',
    element: 'event sqs {queue}',
    words: {
      queue: { from: ['receiver keyword QueueName', 'receiver argument 0'], fit: last, open: true },
    },
    fields: ['keyword MessageBody'],
  },
  {
    id: 'publish',
    emit: 'element',
    match: on('sns', 'publish'),
    action: 'publishes',
    element: 'event sns {topic}',
    words: { topic: { from: ['keyword TopicArn'], fit: last, open: true } },
    fields: ['keyword Message'],
  },
  {
    id: 'put-events',
    emit: 'element',
    match: on('events', 'put_events'),
    action: 'publishes',
    element: 'event eventbridge {type}',
    each: ['keyword Entries'],
    words: { type: ['item . DetailType'] },
    fields: ['item . Detail'],
  },
]

/** SQS, SNS and EventBridge by boto3. */
export const boto3Messaging: Framework = {
  id: 'boto3-messaging',
  languages: ['python'],
  imports: ['boto3', 'boto3.session'],
  rules,
}
