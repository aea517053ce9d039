import type { Framework } from '../domain/framework.js'

const routers = ['chi.NewRouter()', 'chi.NewMux()', 'chi.Router()', 'chi.Mux()']
const names = '^(?:r|router|mux|api)$'
const guards = ['argument 0', 'argument 1', 'argument 2', 'argument 3', 'argument 4']

/** chi 5: routers inside functions that are given one, and routers that functions return and others mount. */
export const chi: Framework = {
  id: 'chi',
  languages: ['go'],
  imports: ['github.com/go-chi/chi', 'github.com/go-chi/chi/*', 'net/http'],
  handlers: { request: [{ parameter: 1, member: 'Body' }] },
  rules: [
    {
      id: 'route',
      emit: 'route',
      match: {
        on: 'call',
        name: ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Options', 'Head', 'Trace'],
        receiver: routers,
        receiverName: names,
        minArguments: 2,
        maxArguments: 2,
      },
      method: { name: true },
      path: ['argument 0'],
      handler: 'last',
    },
    {
      id: 'handle',
      emit: 'route',
      match: {
        on: 'call',
        name: ['Handle', 'HandleFunc'],
        receiver: routers,
        minArguments: 2,
        maxArguments: 2,
      },
      method: { fixed: 'ANY' },
      path: ['argument 0'],
      methodInPath: true,
      handler: 'last',
    },
    {
      id: 'method',
      emit: 'route',
      match: { on: 'call', name: ['Method', 'MethodFunc'], receiver: routers, minArguments: 3 },
      method: { from: ['argument 0'], default: 'ANY' },
      path: ['argument 1'],
      handler: 'last',
    },
    {
      id: 'with',
      emit: 'group',
      match: { on: 'call', name: ['With'], receiver: routers, receiverName: names },
      prefix: [],
      guards,
    },
    {
      id: 'group',
      emit: 'mount',
      match: { on: 'call', name: ['Group'], receiver: routers, receiverName: names, maxArguments: 1 },
      prefix: [],
      target: 'argument 0',
    },
    {
      id: 'mount',
      emit: 'mount',
      match: {
        on: 'call',
        name: ['Route', 'Mount'],
        receiver: routers,
        receiverName: names,
        minArguments: 2,
      },
      prefix: ['argument 0'],
      target: 'argument 1',
    },
    {
      id: 'use',
      emit: 'guard',
      match: { on: 'call', name: ['Use'], receiver: routers, receiverName: names },
    },
    {
      id: 'static',
      emit: 'static',
      match: {
        on: 'call',
        name: ['Handle', 'Mount'],
        receiver: routers,
        receiverName: names,
        minArguments: 2,
      },
      path: ['argument 0'],
      server: ['http.FileServer()', 'http.FileServerFS()'],
      serves: 'folder',
      of: ['argument 0'],
      strips: 'StripPrefix',
    },
    {
      id: 'answer',
      emit: 'answer',
      match: { on: 'call', name: ['JSON'], receiver: ['render'], minArguments: 3 },
      body: 'argument 2',
    },
  ],
}
