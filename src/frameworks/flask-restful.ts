import type { Framework } from '../domain/framework.js'

const routers = ['flask_restful.Api()']

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
      id: 'add',
      emit: 'mount',
      match: {
        on: 'call',
        name: ['add_resource'],
        receiver: routers,
        receiverName: '^(?:api|.*_api)$',
        minArguments: 2,
      },
      prefix: ['argument 1'],
      target: 'argument 0',
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
      ],
    },
  ],
}
