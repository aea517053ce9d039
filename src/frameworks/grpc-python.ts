import type { Framework } from '../domain/framework.js'

/** gRPC in Python: methods of stubs, and of servicers. */
export const grpcPython: Framework = {
  id: 'grpc-python',
  languages: ['python'],
  imports: ['*_pb2_grpc', '*_grpc'],
  gate: ['Stub', 'Servicer'],
  rules: [
    {
      id: 'call',
      emit: 'element',
      match: {
        on: 'call',
        name: [],
        nameLike: '[A-Z]\\w*',
        receiverLike: '[\\w.]+\\.(?<service>\\w+)Stub\\(\\)',
      },
      action: 'calls',
      element: 'grpc {service}/{method}',
      words: { method: ['name'] },
    },
    {
      id: 'call-later',
      emit: 'element',
      match: {
        on: 'call',
        name: ['future', 'with_call'],
        receiverLike: '[\\w.]+\\.(?<service>\\w+)Stub\\(\\)\\.(?<method>[A-Z]\\w*)',
      },
      action: 'calls',
      element: 'grpc {service}/{method}',
    },
    {
      id: 'servicer',
      emit: 'element',
      match: {
        on: 'class',
        name: [],
        nameLike: '(?<service>\\w+)Servicer',
        receiverLike: '[\\w.]+',
      },
      action: 'serves',
      element: 'grpc {service}/{method}',
      each: ['methods'],
      words: { method: { from: ['key'], fit: '^([A-Z]\\w*)$' } },
    },
  ],
}
