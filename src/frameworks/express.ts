import type { Framework } from '../domain/framework.js'

const routers = [
  'express()',
  'express.Router()',
  'express.Express()',
  'express.Application()',
  'express.IRouter()',
]
const names = '^(?:app|router|server|.*[rR]outer|.*App)$'
const verbs = ['get', 'post', 'put', 'patch', 'delete', 'options', 'head', 'trace', 'query', 'all']

/** Express 4 and 5. */
export const express: Framework = {
  id: 'express',
  languages: ['typescript'],
  imports: ['express', 'serve-static'],
  gate: ['express', 'outer'],
  handlers: { request: [{ parameter: 0, member: 'body' }] },
  rules: [
    {
      id: 'route',
      emit: 'route',
      match: {
        on: 'call',
        name: verbs,
        receiver: routers,
        receiverName: names,
        firstArgument: '^(?:[/*].*)?$',
        lastArgument: 'function',
      },
      method: { name: true },
      path: ['argument 0'],
      guards: ['between'],
      handler: 'last',
    },
    {
      id: 'route-group',
      emit: 'group',
      match: { on: 'call', name: ['route'], receiver: routers, receiverName: names, maxArguments: 1 },
      prefix: ['argument 0'],
    },
    {
      id: 'mount',
      emit: 'mount',
      match: { on: 'call', name: ['use'], receiver: routers, receiverName: names, minArguments: 1 },
      prefix: ['argument 0'],
      target: 'each',
      guards: ['between'],
    },
    {
      id: 'guard',
      emit: 'guard',
      // With a path before it, it guards only what lies under that path.
      match: { on: 'call', name: ['use'], receiver: routers, receiverName: names, firstArgument: '^$' },
    },
    {
      id: 'static',
      emit: 'static',
      match: { on: 'call', name: ['use'], receiver: routers, receiverName: names },
      path: ['argument 0'],
      server: ['express.static()', 'serve-static()'],
      serves: 'folder',
      of: ['argument 0'],
    },
    {
      id: 'answer',
      emit: 'answer',
      match: { on: 'call', name: ['json', 'send', 'jsonp'] },
      body: 'argument 0',
      parameter: 1,
    },
  ],
}
