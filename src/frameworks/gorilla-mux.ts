import type { Framework } from '../domain/framework.js'

const routers = ['mux.NewRouter()', 'mux.Router()', 'mux.Route()']
const names = '^(?:r|router|api|.*[rR]outer)$'
const methods = { from: ['chained Methods arguments'], default: 'ANY' } as const

/** gorilla/mux: a route's methods, and sometimes its path, stand in other calls of its chain. */
export const gorillaMux: Framework = {
  id: 'gorilla-mux',
  languages: ['go'],
  imports: ['github.com/gorilla/mux', 'net/http'],
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
        name: [
          'Subrouter',
          'Methods',
          'Queries',
          'Headers',
          'Host',
          'Schemes',
          'StrictSlash',
          'Name',
          'NewRoute',
          'MatcherFunc',
          'HeadersRegexp',
          'SkipClean',
          'UseEncodedPath',
        ],
        receiver: routers,
      },
      prefix: [],
    },
    {
      id: 'static',
      emit: 'static',
      match: { on: 'call', name: ['Handle'], receiver: routers, receiverName: names, minArguments: 2 },
      path: ['argument 0'],
      server: ['http.FileServer()', 'http.FileServerFS()'],
      serves: 'folder',
      of: ['argument 0'],
      strips: 'StripPrefix',
    },
    {
      id: 'static-below',
      emit: 'static',
      match: { on: 'call', name: ['Handler'], receiver: routers, maxArguments: 1 },
      path: [],
      server: ['http.FileServer()', 'http.FileServerFS()'],
      serves: 'folder',
      of: ['argument 0'],
      strips: 'StripPrefix',
    },
    {
      id: 'use',
      emit: 'guard',
      match: { on: 'call', name: ['Use'], receiver: routers, receiverName: names },
    },
  ],
}
