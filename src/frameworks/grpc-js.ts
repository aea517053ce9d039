import type { ElementRule, Framework } from '../domain/framework.js'

/** Methods of every client, which no service has. */
const method = '(?!(?:close|waitForReady|getChannel|then|constructor|toString|make\\w+Request)$)[A-Za-z]\\w*'
const service = [
  { from: ['argument 0 shown'], fit: '(?:^|\\.)(\\w+)\\.service$' },
  { from: ['argument 0 shown'], fit: '(?:^|\\.)(\\w+?)Definition$' },
  { from: ['argument 0 shown'], fit: '(?:^|\\.)(\\w+?)Service$' },
] as const

/** Methods that are handed over with what describes their service: three ways to name that. */
const added: readonly ElementRule[] = service.map((word, index) => ({
  id: ['add-loaded', 'add-definition', 'add-generated'][index] ?? '',
  emit: 'element',
  match: {
    on: 'call',
    name: ['addService', 'add'],
    receiver: ['grpc-js.Server()', 'grpc.Server()', 'nice-grpc.createServer()'],
    minArguments: 2,
  },
  action: 'serves',
  element: 'grpc {service}/{method}',
  each: ['argument 1'],
  words: { service: word, method: { from: ['key'], spell: ['capital'] } },
}))

/** gRPC in TypeScript: generated clients, clients of loaded descriptions, nice-grpc, and what servers are given. */
export const grpcJs: Framework = {
  id: 'grpc-js',
  languages: ['typescript'],
  imports: [
    '@grpc/grpc-js',
    'grpc',
    'nice-grpc*',
    '*proto*',
    '*_pb',
    '*_grpc_pb',
    '*/gen/*',
    '*grpc*',
    '*/pb/*',
  ],
  gate: ['grpc', '_pb', '/gen/', '/pb/', '/proto'],
  rules: [
    {
      id: 'call',
      emit: 'element',
      match: {
        on: 'call',
        name: [],
        nameLike: method,
        receiverLike: '[\\w@./-]+\\.(?<service>[A-Z]\\w*?)(?:Promise)?Client\\(\\)',
        minArguments: 1,
      },
      action: 'calls',
      element: 'grpc {service}/{method}',
      words: { method: { from: ['name'], spell: ['capital'] } },
    },
    {
      id: 'call-loaded',
      emit: 'element',
      match: {
        on: 'call',
        name: [],
        nameLike: method,
        receiverLike: '(?:grpc-js|grpc)\\.loadPackageDefinition\\(\\)\\.(?<service>\\w+(?:\\.\\w+)*)\\(\\)',
        minArguments: 1,
      },
      action: 'calls',
      element: 'grpc {service}/{method}',
      words: { method: { from: ['name'], spell: ['capital'] } },
    },
    {
      id: 'call-nice',
      emit: 'element',
      match: {
        on: 'call',
        name: [],
        nameLike: method,
        receiver: ['nice-grpc.createClient()', 'nice-grpc-web.createClient()'],
      },
      action: 'calls',
      element: 'grpc {service}/{method}',
      words: {
        service: { from: ['receiver argument 0 shown'], fit: '(?:^|\\.)(\\w+?)(?:Definition)?$' },
        method: { from: ['name'], spell: ['capital'] },
      },
    },
    ...added,
  ],
}
