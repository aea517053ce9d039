import type { Framework } from '../domain/framework.js'

/** gRPC in Go: methods of generated clients, and of what embeds a generated server. Generated packages are known by their names. */
export const grpcGo: Framework = {
  id: 'grpc-go',
  languages: ['go'],
  imports: ['*pb', '*/pb/*', '*proto*', '*/gen/*'],
  gate: ['pb"', '/pb/', 'proto', '/gen/'],
  rules: [
    {
      id: 'call',
      emit: 'element',
      match: {
        on: 'call',
        name: [],
        nameLike: '[A-Z]\\w*',
        receiverLike: '[\\w.-]+\\.(?:New)?(?<service>(?!New[A-Z])[A-Z]\\w*?)Client\\(\\)',
        minArguments: 1,
      },
      action: 'calls',
      element: 'grpc {service}/{method}',
      words: { method: ['name'] },
    },
    {
      id: 'server',
      emit: 'element',
      match: { on: 'class', name: [], nameLike: 'Unimplemented(?<service>\\w+)Server' },
      action: 'serves',
      element: 'grpc {service}/{method}',
      each: ['methods'],
      eachType: '^context\\.Context, [\\w.]+$|Server(?:\\[[^\\]]*\\])?$',
      words: { method: { from: ['key'], fit: '^([A-Z]\\w*)$' } },
    },
  ],
}
