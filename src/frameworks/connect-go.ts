import type { Framework } from '../domain/framework.js'

/** Connect in Go: methods of generated clients, and of what embeds a generated handler. */
export const connectGo: Framework = {
  id: 'connect-go',
  languages: ['go'],
  imports: ['*connect'],
  gate: ['connect'],
  rules: [
    {
      id: 'call',
      emit: 'element',
      match: {
        on: 'call',
        name: [],
        nameLike: '[A-Z]\\w*',
        receiverLike: '[\\w.-]+connect\\.(?:New)?(?<service>(?!New[A-Z])[A-Z]\\w*?)Client\\(\\)',
        minArguments: 1,
      },
      action: 'calls',
      element: 'grpc {service}/{method}',
      words: { method: ['name'] },
    },
    {
      id: 'handler',
      emit: 'element',
      match: { on: 'class', name: [], nameLike: 'Unimplemented(?<service>\\w+)Handler' },
      action: 'serves',
      element: 'grpc {service}/{method}',
      each: ['methods'],
      eachType: '^context\\.Context, connect\\.',
      words: { method: { from: ['key'], fit: '^([A-Z]\\w*)$' } },
    },
  ],
}
