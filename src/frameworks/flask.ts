import type { Framework } from '../domain/framework.js'

const routers = [
  'flask.Flask()',
  'flask.Blueprint()',
  'flask_openapi3.APIBlueprint()',
  'flask_openapi3.OpenAPI()',
]
const names = '^(?:app|api|bp|blueprint|.*_bp|.*_blueprint)$'

/** Flask 2 and 3: decorators other than routes are guards. */
export const flask: Framework = {
  id: 'flask',
  languages: ['python'],
  imports: ['flask', 'flask.views', 'flask_openapi3'],
  handlers: { returns: true, requestFrom: ['flask.request.json', 'flask.request.get_json()'] },
  rules: [
    {
      id: 'route',
      emit: 'route',
      match: { on: 'decorator', name: ['route'], receiver: routers, receiverName: names },
      method: { from: ['keyword methods'], default: 'GET' },
      path: ['argument 0', 'keyword rule'],
      guards: ['other decorators'],
      handler: 'decorated',
    },
    {
      id: 'verb',
      emit: 'route',
      match: {
        on: 'decorator',
        name: ['get', 'post', 'put', 'patch', 'delete'],
        receiver: routers,
        receiverName: names,
      },
      method: { name: true },
      path: ['argument 0', 'keyword rule'],
      guards: ['other decorators'],
      handler: 'decorated',
    },
    {
      id: 'query',
      emit: 'route',
      match: { on: 'decorator', name: ['query'], receiver: routers },
      method: { fixed: 'QUERY' },
      path: ['argument 0', 'keyword rule'],
      guards: ['other decorators'],
      handler: 'decorated',
    },
    {
      id: 'add-rule-in-order',
      emit: 'route',
      match: {
        on: 'call',
        name: ['add_url_rule'],
        receiver: routers,
        receiverName: names,
        minArguments: 3,
      },
      method: { from: ['keyword methods'], default: 'GET' },
      path: ['argument 0'],
      handler: 'argument 2',
      made: 'as_view',
    },
    {
      id: 'add-rule',
      emit: 'route',
      match: { on: 'call', name: ['add_url_rule'], receiver: routers, receiverName: names },
      method: { from: ['keyword methods'], default: 'GET' },
      path: ['argument 0', 'keyword rule'],
      handler: 'keyword view_func',
      made: 'as_view',
    },
    {
      id: 'view',
      emit: 'view',
      match: { on: 'class', name: ['MethodView'] },
      members: [
        { name: 'get', method: 'GET', path: '' },
        { name: 'post', method: 'POST', path: '' },
        { name: 'put', method: 'PUT', path: '' },
        { name: 'patch', method: 'PATCH', path: '' },
        { name: 'delete', method: 'DELETE', path: '' },
        { name: 'query', method: 'QUERY', path: '' },
      ],
    },
    {
      id: 'plain-view',
      emit: 'view',
      match: { on: 'class', name: ['View'] },
      listed: { field: 'methods', otherwise: 'GET' },
    },
    {
      id: 'blueprint',
      emit: 'group',
      root: true,
      match: { on: 'call', name: ['Blueprint', 'APIBlueprint'], receiver: ['flask', 'flask_openapi3', ''] },
      prefix: ['keyword url_prefix'],
    },
    {
      id: 'register',
      emit: 'mount',
      match: {
        on: 'call',
        name: ['register_blueprint', 'register_api'],
        receiver: routers,
        receiverName: names,
      },
      prefix: ['keyword url_prefix'],
      target: 'argument 0',
      replaces: true,
    },
    {
      id: 'static',
      emit: 'static',
      match: { on: 'call', name: ['Flask'], receiver: ['flask'] },
      path: ['keyword static_url_path'],
      serves: 'tail',
      of: ['keyword static_url_path'],
    },
    {
      id: 'answer',
      emit: 'answer',
      match: { on: 'call', name: ['jsonify'], receiver: ['flask', ''], minArguments: 1 },
      body: 'argument 0',
    },
    {
      id: 'answer-keywords',
      emit: 'answer',
      match: { on: 'call', name: ['jsonify'], receiver: ['flask', ''], maxArguments: 0 },
      body: 'keywords',
    },
  ],
}
