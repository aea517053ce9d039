import type { Framework } from '../domain/framework.js'

const name = ['GrpcMethod', 'GrpcStreamMethod', 'GrpcStreamCall']
const receiver = ['microservices']

/** gRPC of NestJS: a method without a name is called as its function is, one without a service as its class. */
export const nestjsGrpc: Framework = {
  id: 'nestjs-grpc',
  languages: ['typescript'],
  imports: ['@nestjs/microservices'],
  rules: [
    {
      id: 'method',
      emit: 'element',
      match: { on: 'decorator', name, receiver },
      action: 'serves',
      element: 'grpc {service}/{method}',
      words: {
        service: ['argument 0', 'class'],
        method: { from: ['argument 1', 'decorated'], spell: ['capital'] },
      },
    },
    {
      id: 'call',
      emit: 'element',
      match: {
        on: 'call',
        name: [],
        nameLike: '[a-z]\\w*',
        receiver: ['microservices.ClientGrpc().getService()', 'microservices.ClientGrpcProxy().getService()'],
      },
      action: 'calls',
      element: 'grpc {service}/{method}',
      words: { service: ['receiver argument 0'], method: { from: ['name'], spell: ['capital'] } },
    },
  ],
}
