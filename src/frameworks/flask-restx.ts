import type { Framework } from '../domain/framework.js'

const modules = ['flask_restx', 'flask_restplus']
const apis = modules.map((each) => `${each}.Api()`)
const routers = [
  ...apis,
  ...modules.map((each) => `${each}.Namespace()`),
  ...apis.map((each) => `${each}.namespace()`),
]
const names = '^(?:api|ns|namespace|.*_(?:api|ns|namespace))$'

/** Flask-RESTX and the older Flask-RESTPlus: resources on namespaces, each at a path that is its name where it is given none. */
export const flaskRestx: Framework = {
  id: 'flask-restx',
  languages: ['python'],
  imports: [...modules, 'flask_restx.*', 'flask_restplus.*'],
  handlers: { returns: true },
  rules: [
    {
      id: 'api',
      emit: 'group',
      root: true,
      match: { on: 'call', name: ['Api'], receiver: modules },
      prefix: ['keyword prefix'],
    },
    {
      id: 'blueprint',
      emit: 'mount',
      match: { on: 'call', name: ['Api'], receiver: modules, minArguments: 1 },
      prefix: [],
      target: 'made',
      on: 'argument 0',
    },
    {
      id: 'init',
      emit: 'mount',
      match: { on: 'call', name: ['init_app'], receiver: apis, minArguments: 1 },
      prefix: [],
      target: 'receiver',
      on: 'argument 0',
    },
    {
      id: 'namespace',
      emit: 'group',
      root: true,
      match: { on: 'call', name: ['Namespace'], receiver: modules },
      prefix: ['keyword path', 'argument 2', 'argument 0', 'keyword name'],
    },
    {
      id: 'own-namespace',
      emit: 'group',
      root: true,
      match: { on: 'call', name: ['namespace'], receiver: apis },
      prefix: ['keyword path', 'argument 2', 'argument 0', 'keyword name'],
    },
    {
      id: 'own-namespace-of',
      emit: 'mount',
      match: { on: 'call', name: ['namespace'], receiver: apis },
      prefix: [],
      target: 'made',
      on: 'receiver',
    },
    {
      id: 'add-namespace',
      emit: 'mount',
      match: { on: 'call', name: ['add_namespace'], receiver: apis, receiverName: names },
      prefix: ['argument 1', 'keyword path'],
      target: 'argument 0',
      replaces: true,
    },
    {
      id: 'add',
      emit: 'mount',
      match: {
        on: 'call',
        name: ['add_resource'],
        receiver: routers,
        receiverName: names,
        minArguments: 2,
      },
      prefix: ['rest 1'],
      target: 'argument 0',
      replaces: true,
    },
    {
      id: 'route',
      emit: 'mount',
      match: { on: 'decorator', name: ['route'], receiver: routers, receiverName: names },
      prefix: ['rest 0'],
      target: 'decorated',
      replaces: true,
    },
    {
      id: 'resource',
      emit: 'view',
      match: { on: 'class', name: ['Resource'] },
      members: [
        { name: 'get', method: 'GET', path: '' },
        { name: 'post', method: 'POST', path: '' },
        { name: 'put', method: 'PUT', path: '' },
        { name: 'patch', method: 'PATCH', path: '' },
        { name: 'delete', method: 'DELETE', path: '' },
        { name: 'head', method: 'HEAD', path: '' },
        { name: 'options', method: 'OPTIONS', path: '' },
      ],
    },
  ],
}
