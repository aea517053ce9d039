import type { Framework } from '../domain/framework.js'

const modules = ['ninja', 'ninja_extra']
const apis = ['ninja.NinjaAPI()', 'ninja_extra.NinjaExtraAPI()']
const routers = [...apis, 'ninja.Router()', 'ninja_extra.Router()']
const names = '^(?:api|router|.*_(?:api|router))$'
const extra = ['ninja_extra', 'ninja_extra.route', 'ninja_extra.http']

/** Django Ninja and Ninja Extra: operations of an API, its routers and its controllers; `urls.py` says where it lives. */
export const djangoNinja: Framework = {
  id: 'django-ninja',
  languages: ['python'],
  imports: [...modules, 'ninja.*', 'ninja_extra.*'],
  handlers: { returns: true, typedParameters: true },
  rules: [
    {
      id: 'operation',
      emit: 'route',
      match: {
        on: 'decorator',
        name: ['get', 'post', 'put', 'patch', 'delete'],
        receiver: routers,
        receiverName: names,
      },
      method: { name: true },
      path: ['argument 0', 'keyword path'],
      guards: ['keyword auth'],
      handler: 'decorated',
      answerType: 'keyword response',
    },
    {
      id: 'operations',
      emit: 'route',
      match: { on: 'decorator', name: ['api_operation'], receiver: routers, receiverName: names },
      method: { from: ['argument 0', 'keyword methods'], default: 'ANY' },
      path: ['argument 1', 'keyword path'],
      guards: ['keyword auth'],
      handler: 'decorated',
      answerType: 'keyword response',
    },
    {
      id: 'add-operation',
      emit: 'route',
      match: { on: 'call', name: ['add_api_operation'], receiver: routers, minArguments: 3 },
      method: { from: ['argument 1'], default: 'ANY' },
      path: ['argument 0'],
      guards: ['keyword auth'],
      handler: 'argument 2',
      answerType: 'keyword response',
    },
    {
      id: 'api',
      emit: 'group',
      root: true,
      match: { on: 'call', name: ['NinjaAPI', 'NinjaExtraAPI', 'Router'], receiver: modules },
      prefix: [],
      guards: ['keyword auth'],
    },
    {
      id: 'add-router',
      emit: 'mount',
      match: { on: 'call', name: ['add_router'], receiver: routers, receiverName: names },
      prefix: ['argument 0', 'keyword prefix'],
      target: 'argument 1',
      guards: ['keyword auth'],
    },
    {
      id: 'add-router-by-keyword',
      emit: 'mount',
      match: {
        on: 'call',
        name: ['add_router'],
        receiver: routers,
        receiverName: names,
        maxArguments: 1,
      },
      prefix: ['argument 0', 'keyword prefix'],
      target: 'keyword router',
      guards: ['keyword auth'],
    },
    {
      id: 'controller',
      emit: 'group',
      match: { on: 'decorator', name: ['api_controller'], receiver: extra },
      prefix: ['argument 0', 'keyword prefix_or_class'],
    },
    {
      id: 'controller-operation',
      emit: 'route',
      match: { on: 'decorator', name: ['get', 'post', 'put', 'patch', 'delete'], receiver: extra },
      method: { name: true },
      path: ['argument 0', 'keyword path'],
      guards: ['keyword auth'],
      handler: 'decorated',
      answerType: 'keyword response',
    },
    {
      id: 'controller-method',
      emit: 'route',
      match: {
        on: 'decorator',
        name: ['http_get', 'http_post', 'http_put', 'http_patch', 'http_delete'],
        receiver: extra,
      },
      method: { name: true, fit: '^http_(\\w+)$' },
      path: ['argument 0', 'keyword path'],
      guards: ['keyword auth'],
      handler: 'decorated',
      answerType: 'keyword response',
    },
    {
      id: 'register',
      emit: 'mount',
      match: { on: 'call', name: ['register_controllers'], receiver: apis, minArguments: 1 },
      prefix: [],
      target: 'each',
    },
  ],
}
