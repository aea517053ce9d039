import type { Framework } from '../domain/framework.js'

const routers = ['flask_restful.Api()']
const names = '^(?:api|.*_api)$'

/** Flask-RESTful: resources answer by their methods, wherever an `Api` adds them. */
export const flaskRestful: Framework = {
  id: 'flask-restful',
  languages: ['python'],
  imports: ['flask_restful'],
  handlers: { returns: true },
  rules: [
    {
      id: 'api',
      emit: 'group',
      root: true,
      match: { on: 'call', name: ['Api'], receiver: ['flask_restful'] },
      prefix: ['keyword prefix', 'argument 1'],
    },
    {
      id: 'blueprint',
      emit: 'mount',
      match: { on: 'call', name: ['Api'], receiver: ['flask_restful'], minArguments: 1 },
      prefix: [],
      target: 'made',
      on: 'argument 0',
    },
    {
      id: 'init',
      emit: 'mount',
      match: { on: 'call', name: ['init_app'], receiver: routers, minArguments: 1 },
      prefix: [],
      target: 'receiver',
      on: 'argument 0',
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
      id: 'add-own',
      emit: 'mount',
      // A method of an own class that hands its arguments on.
      match: { on: 'call', name: [], nameLike: 'add_\\w+_resource', receiver: routers, minArguments: 2 },
      prefix: ['rest 1'],
      target: 'argument 0',
      replaces: true,
    },
    {
      id: 'decorated',
      emit: 'mount',
      match: { on: 'decorator', name: ['resource'], receiver: routers, receiverName: names },
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
