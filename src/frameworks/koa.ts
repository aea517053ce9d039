import type { Framework } from '../domain/framework.js'

const routers = ['koa-router()', 'router()', 'router.Router()', 'koa-router.Router()', 'koa-joi-router()']
const names = '^(?:router|api|.*[rR]outer|.*[rR]outes)$'
const verbs = ['get', 'post', 'put', 'patch', 'delete', 'options', 'head', 'all']

/** Koa with its router: prefixes, named routes, routers inside routers. */
export const koa: Framework = {
  id: 'koa',
  languages: ['typescript'],
  imports: ['koa', 'koa-router', '@koa/router', 'koa-joi-router', 'koa-mount', 'koa-static'],
  gate: ['koa'],
  handlers: { request: [{ parameter: 0, member: 'request.body' }] },
  rules: [
    {
      id: 'route',
      emit: 'route',
      match: {
        on: 'call',
        name: verbs,
        receiver: routers,
        receiverName: names,
        firstArgument: '^(?:[/*(].*)?$',
        lastArgument: 'function',
        minArguments: 2,
      },
      method: { name: true },
      path: ['argument 0'],
      guards: ['between'],
      handler: 'last',
    },
    {
      id: 'route-delete',
      emit: 'route',
      match: { on: 'call', name: ['del'], receiver: routers, receiverName: names, lastArgument: 'function' },
      method: { fixed: 'DELETE' },
      path: ['argument 0'],
      guards: ['between'],
      handler: 'last',
    },
    {
      id: 'route-named',
      emit: 'route',
      match: {
        on: 'call',
        name: verbs,
        receiver: routers,
        receiverName: names,
        firstArgument: '^[^/*(]',
        lastArgument: 'function',
        minArguments: 3,
      },
      method: { name: true },
      path: ['argument 1'],
      handler: 'last',
    },
    {
      id: 'router',
      emit: 'group',
      root: true,
      match: {
        on: 'call',
        name: ['Router', 'router', 'KoaRouter', 'koa-router', '@koa/router', 'koa-joi-router'],
        receiver: ['koa-router', 'router', 'koa-joi-router', ''],
      },
      prefix: ['argument 0 . prefix'],
    },
    {
      id: 'routes',
      emit: 'pass',
      match: { on: 'call', name: ['routes', 'middleware'], receiver: routers, maxArguments: 0 },
      from: 'receiver',
    },
    {
      id: 'mount',
      emit: 'mount',
      match: { on: 'call', name: ['use'], receiver: ['koa()', ...routers], receiverName: `^app$|${names}` },
      prefix: ['argument 0'],
      target: 'each',
      guards: ['between'],
    },
    {
      id: 'static',
      emit: 'static',
      match: { on: 'call', name: ['use'], receiver: ['koa()', ...routers], receiverName: `^app$|${names}` },
      path: [],
      server: ['koa-static()'],
      serves: 'folder',
      of: ['argument 0'],
    },
    {
      id: 'mounted-static',
      emit: 'static',
      match: { on: 'call', name: ['mount', 'koa-mount'], receiver: ['koa-mount', ''], minArguments: 2 },
      path: ['argument 0'],
      server: ['koa-static()'],
      serves: 'folder',
      of: ['argument 0'],
    },
    {
      id: 'guard',
      emit: 'guard',
      match: { on: 'call', name: ['use'], receiver: routers, receiverName: names, firstArgument: '^$' },
    },
  ],
}
