import type { Framework } from '../domain/framework.js'

const apps = [
  'hono.Hono()',
  'zod-openapi.OpenAPIHono()',
  'quick.Hono()',
  'tiny.Hono()',
  'factory.createFactory().createApp()',
]
const names = '^(?:app|api|hono|router|.*[rR]outes?|.*App)$'
const staticServers = ['serve-static', 'bun', 'deno', 'cloudflare-workers'].map(
  (each) => `${each}.serveStatic()`,
)

/** Hono 3 and 4: chained routes, bases, sub-applications. */
export const hono: Framework = {
  id: 'hono',
  languages: ['typescript'],
  imports: ['hono', 'hono/*', '@hono/zod-openapi', '@hono/node-server/*'],
  handlers: { request: [{ parameter: 0, member: 'req.json()' }] },
  rules: [
    {
      id: 'route',
      emit: 'route',
      match: {
        on: 'call',
        name: ['get', 'post', 'put', 'patch', 'delete', 'options', 'query', 'all'],
        receiver: apps,
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
      id: 'route-on',
      emit: 'route',
      match: { on: 'call', name: ['on'], receiver: apps, receiverName: names, minArguments: 3 },
      method: { from: ['argument 0'], default: 'ANY' },
      path: ['argument 1'],
      handler: 'last',
    },
    {
      id: 'route-described',
      emit: 'route',
      match: { on: 'call', name: ['openapi'], receiver: apps, receiverName: names, minArguments: 2 },
      method: { from: ['argument 0 argument 0 . method'], default: 'ANY' },
      path: ['argument 0 argument 0 . path'],
      handler: 'argument 1',
    },
    {
      id: 'base',
      emit: 'group',
      match: { on: 'call', name: ['basePath'], receiver: apps, receiverName: names, maxArguments: 1 },
      prefix: ['argument 0'],
    },
    {
      id: 'mount',
      emit: 'mount',
      match: { on: 'call', name: ['route'], receiver: apps, receiverName: names, minArguments: 2 },
      prefix: ['argument 0'],
      target: 'argument 1',
    },
    {
      id: 'static',
      emit: 'static',
      match: { on: 'call', name: ['use', 'get'], receiver: apps, receiverName: names },
      path: ['argument 0'],
      server: staticServers,
      serves: 'folder',
      of: ['argument 0 . root'],
      strips: 'rewritten',
    },
    {
      id: 'static-file',
      emit: 'static',
      match: { on: 'call', name: ['use', 'get'], receiver: apps, receiverName: names },
      path: ['argument 0'],
      server: staticServers,
      serves: 'file',
      of: ['argument 0 . path'],
    },
    {
      id: 'guard',
      emit: 'guard',
      // With a path before it, it guards only what lies under that path.
      match: {
        on: 'call',
        name: ['use'],
        receiver: apps,
        receiverName: names,
        firstArgument: '^(?:\\*|/\\*)?$',
      },
    },
    {
      id: 'answer',
      emit: 'answer',
      match: { on: 'call', name: ['json'] },
      body: 'argument 0',
      parameter: 0,
    },
  ],
}
