import type { Framework } from '../domain/framework.js'

const verbs = ['get', 'post', 'put', 'delete', 'patch', 'head', 'options', 'query']
const router = { on: 'call', receiver: ['', 'Route()', 'Routing()'], lastArgument: 'function' } as const
/** A type stands for the path of its class, `get<Orders> { … }`, and a text for itself. */
const path = ['argument 0', 'keyword path']

/** Ktor: routes in blocks, in functions that extend a route, and by classes that stand for paths. */
export const ktor: Framework = {
  id: 'ktor',
  languages: ['kotlin'],
  imports: [
    'io.ktor.server.*',
    'io.ktor.resources.*',
    'io.ktor.routing.*',
    'io.ktor.application.*',
    'io.ktor.locations.*',
  ],
  gate: ['io.ktor'],
  blocks: {
    around: 'bare',
    functions: ['Route', 'Routing', 'RootRoute', 'RoutingRoot'],
    optional: 'last parameter',
  },
  handlers: {
    requestFrom: ['call.receive()', 'call.receiveNullable()'],
    received: ['receive', 'receiveNullable'],
  },
  rules: [
    {
      id: 'routing',
      emit: 'block',
      match: { on: 'call', name: ['routing'], lastArgument: 'function' },
      begins: true,
    },
    {
      id: 'nested',
      emit: 'block',
      match: { ...router, name: ['route', 'resource'] },
      prefix: ['type 0', ...path],
      gives: { method: ['argument 1', 'keyword method'] },
    },
    {
      id: 'method',
      emit: 'block',
      match: { ...router, name: ['method'] },
      gives: { method: ['argument 0'] },
    },
    {
      id: 'guard',
      emit: 'block',
      match: {
        ...router,
        name: [
          'authenticate',
          'rateLimit',
          'authorize',
          'withRole',
          'withRoles',
          'withPermission',
          'requireRole',
        ],
      },
      guards: ['written'],
    },
    {
      id: 'route',
      emit: 'route',
      match: { ...router, name: verbs },
      method: { name: true },
      path: ['type 0', ...path],
      handler: 'last',
    },
    {
      id: 'handle',
      emit: 'route',
      match: { ...router, name: ['handle'] },
      method: { from: ['keyword method'], default: 'ANY' },
      path: ['type 0', 'argument 0'],
      handler: 'last',
    },
    {
      id: 'stream',
      emit: 'route',
      match: { ...router, name: ['sse', 'webSocket', 'webSocketRaw'] },
      method: { fixed: 'GET' },
      path,
      handler: 'last',
    },
    {
      id: 'resource',
      emit: 'address',
      match: { on: 'decorator', name: ['Resource', 'Location'], receiver: [''], minArguments: 1 },
      path: ['argument 0'],
    },
    {
      id: 'setting',
      emit: 'element',
      match: {
        on: 'call',
        name: ['property', 'propertyOrNull'],
        minArguments: 1,
        receiverLike: '(?:.*\\.)?config|ApplicationConfig\\(\\)',
      },
      element: 'config {name}',
      action: 'reads',
      words: { name: { from: ['argument 0'], fit: '^([\\w.-]+)$' } },
    },
    {
      id: 'answer',
      emit: 'answer',
      match: { on: 'call', name: ['respond', 'respondNullable'], minArguments: 1 },
      body: 'argument -1',
    },
  ],
}
