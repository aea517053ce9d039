import type { Framework } from '../domain/framework.js'

const routers = [
  'gin.Default()',
  'gin.New()',
  'gin.Engine()',
  'gin.RouterGroup()',
  'gin.IRouter()',
  'gin.IRoutes()',
]
const names = '^(?:r|router|engine|group|api|rg|v[0-9]+)$'

/** Gin: groups inherit the guards that their router has when they are made. */
export const gin: Framework = {
  id: 'gin',
  languages: ['go'],
  imports: ['github.com/gin-gonic/gin'],
  handlers: { request: [{ parameter: 0, member: 'bind()' }] },
  rules: [
    {
      id: 'route',
      emit: 'route',
      match: {
        on: 'call',
        name: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'Any'],
        receiver: routers,
        receiverName: names,
        minArguments: 2,
      },
      method: { name: true },
      path: ['argument 0'],
      guards: ['between'],
      handler: 'last',
    },
    {
      id: 'handle',
      emit: 'route',
      match: { on: 'call', name: ['Handle'], receiver: routers, receiverName: names, minArguments: 3 },
      method: { from: ['argument 0'], default: 'ANY' },
      path: ['argument 1'],
      handler: 'last',
    },
    {
      id: 'match',
      emit: 'route',
      match: { on: 'call', name: ['Match'], receiver: routers, receiverName: names, minArguments: 3 },
      method: { from: ['argument 0'], default: 'ANY' },
      path: ['argument 1'],
      handler: 'last',
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
      match: { on: 'call', name: ['Use'], receiver: routers, receiverName: names },
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
        name: ['StaticFile', 'StaticFileFS'],
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
      match: { on: 'call', name: ['JSON', 'IndentedJSON', 'PureJSON', 'AbortWithStatusJSON'] },
      body: 'argument 1',
      parameter: 0,
    },
    {
      id: 'bind',
      emit: 'decode',
      match: {
        on: 'call',
        name: ['Bind', 'BindJSON', 'ShouldBind', 'ShouldBindJSON'],
        receiver: ['gin.Context()'],
      },
      from: 'receiver',
      into: 'argument 0',
      step: 'bind()',
    },
  ],
}
