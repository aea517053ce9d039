import type { Framework } from '../domain/framework.js'

const clients = ['createClient', 'createPromiseClient', 'createCallbackClient'].map(
  (each) => `connect.${each}()`,
)
const method = { from: ['name'], spell: ['capital'] } as const

/** Connect in TypeScript: calls of services by their generated descriptions, and what routers are given. */
export const connectEs: Framework = {
  id: 'connect-es',
  languages: ['typescript'],
  imports: ['@connectrpc/connect', '@bufbuild/connect'],
  gate: ['@connectrpc/', '@bufbuild/connect'],
  rules: [
    {
      id: 'call',
      emit: 'element',
      match: { on: 'call', name: [], nameLike: '[a-z]\\w*', receiver: clients },
      action: 'calls',
      element: 'grpc {service}/{method}',
      words: { service: { from: ['receiver argument 0 shown'], fit: '(?:^|\\.)([A-Z]\\w*)$' }, method },
    },
    {
      id: 'service',
      emit: 'element',
      match: {
        on: 'call',
        name: ['service'],
        receiver: ['connect.ConnectRouter()'],
        receiverName: '^router$',
      },
      action: 'serves',
      element: 'grpc {service}/{method}',
      each: ['argument 1'],
      words: {
        service: { from: ['argument 0 shown'], fit: '(?:^|\\.)([A-Z]\\w*)$' },
        method: { from: ['key'], spell: ['capital'] },
      },
    },
    {
      id: 'query',
      emit: 'element',
      match: {
        on: 'call',
        name: ['useQuery', 'useSuspenseQuery', 'useMutation', 'useInfiniteQuery', 'callUnaryMethod'],
        importing: ['@connectrpc/connect-query'],
      },
      action: 'calls',
      element: 'grpc {service}/{method}',
      words: {
        service: {
          from: ['argument 0 shown', 'argument 1 shown'],
          fit: '(?:^|\\.)([A-Z]\\w*)\\.method\\.\\w+$',
        },
        method: {
          from: ['argument 0 shown', 'argument 1 shown'],
          fit: '[A-Z]\\w*\\.method\\.(\\w+)$',
          spell: ['capital'],
        },
      },
    },
  ],
}
