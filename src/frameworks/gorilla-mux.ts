import type { Framework } from '../domain/framework.js'

const routers = ['mux.NewRouter()', 'mux.Router()', 'mux.Route()']
const names = '^(?:r|router|api|.*[rR]outer)$'
const methods = { from: ['chained Methods arguments'], default: 'ANY' } as const

/** gorilla/mux: a route's methods, and sometimes its path, stand in other calls of its chain. */
export const gorillaMux: Framework = {
  id: 'gorilla-mux',
  languages: ['go'],
  imports: ['github.com/gorilla/mux'],
  handlers: { request: [{ parameter: 1, member: 'Body' }] },
  rules: [
    {
      id: 'route',
      emit: 'route',
      match: {
        on: 'call',
        name: ['HandleFunc', 'Handle'],
        receiver: routers,
        receiverName: names,
        minArguments: 2,
        maxArguments: 2,
      },
      method: methods,
      path: ['argument 0'],
      handler: 'last',
    },
    {
      id: 'built',
      emit: 'route',
      match: {
        on: 'call',
        name: ['HandlerFunc', 'Handler'],
        receiver: routers,
        minArguments: 1,
        maxArguments: 1,
      },
      method: methods,
      path: [],
      handler: 'last',
    },
    {
      id: 'path',
      emit: 'group',
      match: { on: 'call', name: ['Path', 'PathPrefix'], receiver: routers, minArguments: 1 },
      prefix: ['argument 0'],
    },
    {
      id: 'subrouter',
      emit: 'group',
      match: {
        on: 'call',
        name: ['Subrouter', 'Methods', 'Queries', 'Headers', 'Host', 'Schemes', 'StrictSlash', 'Name'],
        receiver: routers,
      },
      prefix: [],
    },
    {
      id: 'use',
      emit: 'guard',
      match: { on: 'call', name: ['Use'], receiver: routers, receiverName: names },
    },
  ],
}
