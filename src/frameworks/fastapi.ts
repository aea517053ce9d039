import type { Framework } from '../domain/framework.js'

const routers = ['fastapi.FastAPI()', 'fastapi.APIRouter()']
const names = '^(?:app|router|api|.*_router|.*_app)$'
const verbs = ['get', 'post', 'put', 'patch', 'delete', 'options', 'head', 'trace']

/** FastAPI: what a route depends on guards it, and a model is its body. */
export const fastapi: Framework = {
  id: 'fastapi',
  languages: ['python'],
  imports: ['fastapi', 'fastapi.*', 'starlette.*'],
  handlers: { returns: true, typedParameters: true },
  rules: [
    {
      id: 'route',
      emit: 'route',
      match: { on: 'decorator', name: verbs, receiver: routers, receiverName: names },
      method: { name: true },
      path: ['argument 0', 'keyword path'],
      guards: ['keyword dependencies', 'parameter defaults'],
      handler: 'decorated',
      answerType: 'keyword response_model',
    },
    {
      id: 'api-route',
      emit: 'route',
      match: { on: 'decorator', name: ['api_route'], receiver: routers, receiverName: names },
      method: { from: ['keyword methods'], default: 'GET' },
      path: ['argument 0', 'keyword path'],
      guards: ['keyword dependencies', 'parameter defaults'],
      handler: 'decorated',
      answerType: 'keyword response_model',
    },
    {
      id: 'add-route',
      emit: 'route',
      match: { on: 'call', name: ['add_api_route'], receiver: routers, receiverName: names },
      method: { from: ['keyword methods'], default: 'GET' },
      path: ['argument 0', 'keyword path'],
      guards: ['keyword dependencies'],
      handler: 'argument 1',
      answerType: 'keyword response_model',
    },
    {
      id: 'router',
      emit: 'group',
      root: true,
      match: { on: 'call', name: ['APIRouter', 'FastAPI'], receiver: ['fastapi', 'fastapi.routing', ''] },
      prefix: ['keyword prefix', 'keyword root_path'],
      guards: ['keyword dependencies'],
    },
    {
      id: 'include',
      emit: 'mount',
      match: {
        on: 'call',
        name: ['include_router'],
        receiver: routers,
        receiverName: names,
        minArguments: 1,
      },
      prefix: ['keyword prefix'],
      target: 'argument 0',
      guards: ['keyword dependencies'],
    },
    {
      id: 'include-by-keyword',
      emit: 'mount',
      match: {
        on: 'call',
        name: ['include_router'],
        receiver: routers,
        receiverName: names,
        maxArguments: 0,
      },
      prefix: ['keyword prefix'],
      target: 'keyword router',
      guards: ['keyword dependencies'],
    },
    {
      id: 'static',
      emit: 'static',
      match: { on: 'call', name: ['mount'], receiver: routers, receiverName: names },
      path: ['argument 0', 'keyword path'],
      server: ['fastapi.StaticFiles()', 'starlette.StaticFiles()'],
      serves: 'folder',
      of: ['keyword directory', 'argument 0'],
    },
    {
      id: 'mount',
      emit: 'mount',
      match: { on: 'call', name: ['mount'], receiver: routers, minArguments: 2 },
      prefix: ['argument 0'],
      target: 'argument 1',
    },
  ],
}
