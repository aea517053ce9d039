import type { Framework } from '../domain/framework.js'

const routers = ['echo.New()', 'echo.Echo()', 'echo.Group()']
const names = '^(?:e|echo|g|group|api|router|v[0-9]+)$'

/** Echo 4: guards stand after the handler, and groups inherit those of their router. */
export const echo: Framework = {
  id: 'echo',
  languages: ['go'],
  imports: ['github.com/labstack/echo*'],
  handlers: { request: [{ parameter: 0, member: 'bind()' }] },
  rules: [
    {
      id: 'route',
      emit: 'route',
      match: {
        on: 'call',
        name: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'Any'],
        receiver: routers,
        receiverName: names,
        minArguments: 2,
      },
      method: { name: true },
      path: ['argument 0'],
      guards: ['argument 2', 'argument 3', 'argument 4', 'argument 5'],
      handler: 'argument 1',
    },
    {
      id: 'add',
      emit: 'route',
      match: {
        on: 'call',
        name: ['Add', 'Match'],
        receiver: routers,
        receiverName: names,
        minArguments: 3,
      },
      method: { from: ['argument 0'], default: 'ANY' },
      path: ['argument 1'],
      guards: ['argument 3', 'argument 4', 'argument 5'],
      handler: 'argument 2',
    },
    {
      id: 'group',
      emit: 'group',
      match: { on: 'call', name: ['Group'], receiver: routers, receiverName: names },
      prefix: ['argument 0'],
      guards: ['rest'],
    },
    {
      id: 'use',
      emit: 'guard',
      match: { on: 'call', name: ['Use', 'Pre'], receiver: routers, receiverName: names },
    },
    {
      id: 'static',
      emit: 'static',
      match: {
        on: 'call',
        name: ['Static', 'StaticFS'],
        receiver: routers,
        receiverName: names,
        minArguments: 2,
      },
      path: ['argument 0'],
      serves: 'folder',
      of: ['argument 1'],
    },
    {
      id: 'static-file',
      emit: 'static',
      match: {
        on: 'call',
        name: ['File', 'FileFS'],
        receiver: routers,
        receiverName: names,
        minArguments: 2,
      },
      path: ['argument 0'],
      serves: 'file',
      of: ['argument 1'],
    },
    {
      id: 'answer',
      emit: 'answer',
      match: { on: 'call', name: ['JSON', 'JSONPretty'] },
      body: 'argument 1',
      parameter: 0,
    },
    {
      id: 'bind',
      emit: 'decode',
      match: { on: 'call', name: ['Bind'], receiver: ['echo.Context()'] },
      from: 'receiver',
      into: 'argument 0',
      step: 'bind()',
    },
  ],
}
