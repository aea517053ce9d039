import type { Framework } from '../domain/framework.js'
import type { Verbs } from '../domain/verbs.js'

const scopes = [
  'actix_web.App.new()',
  'App.new()',
  'actix_web.App()',
  'App()',
  'web.scope()',
  'scope()',
  'web.Scope.new()',
  'Scope.new()',
  'actix_web.Scope.new()',
  'web.Scope()',
  'Scope()',
  'actix_web.Scope()',
]
const configs = ['web.ServiceConfig()', 'ServiceConfig()', 'config.ServiceConfig()', 'dev.ServiceConfig()']
const resources = [
  'web.resource()',
  'resource()',
  'web.Resource.new()',
  'Resource.new()',
  'actix_web.Resource.new()',
  'web.Resource()',
  'Resource()',
  'actix_web.Resource()',
]
const routers = [...scopes, ...configs, ...resources]

const chain = {
  fit: '^(get|post|put|patch|delete|head|trace|route)$',
  filters: ['method'],
  handler: 'to',
  guards: ['wrap'],
} satisfies Omit<Verbs, 'of'>

/** Actix Web 3 and 4: attributes on handlers, scopes, resources, and functions that configure them. */
export const actixWeb: Framework = {
  id: 'actix-web',
  languages: ['rust'],
  imports: ['actix_web', 'actix_web::*'],
  gate: ['actix_web'],
  handlers: { returns: true, bodyTypes: ['Json', 'Form', 'Either'] },
  rules: [
    {
      id: 'attribute',
      emit: 'route',
      match: {
        on: 'decorator',
        name: ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace', 'connect'],
        receiver: ['actix_web', ''],
        minArguments: 1,
      },
      method: { name: true },
      path: ['argument 0'],
      guards: ['keyword wrap'],
      handler: 'decorated',
      mountable: true,
    },
    {
      id: 'attribute-route',
      emit: 'route',
      match: { on: 'decorator', name: ['route'], receiver: ['actix_web', ''], minArguments: 1 },
      method: { from: ['keyword method'], default: 'ANY' },
      path: ['argument 0'],
      guards: ['keyword wrap'],
      handler: 'decorated',
      mountable: true,
    },
    {
      id: 'route',
      emit: 'route',
      match: { on: 'call', name: ['route'], receiver: [...scopes, ...configs], minArguments: 2 },
      method: { fixed: 'ANY' },
      path: ['argument 0'],
      handler: 'argument 1',
      verbs: { of: 'argument 1', ...chain },
    },
    {
      id: 'resource-route',
      emit: 'route',
      match: { on: 'call', name: ['route'], receiver: resources, minArguments: 1, maxArguments: 1 },
      method: { fixed: 'ANY' },
      path: [],
      handler: 'argument 0',
      verbs: { of: 'argument 0', ...chain },
    },
    {
      id: 'resource-to',
      emit: 'route',
      match: { on: 'call', name: ['to'], receiver: resources, minArguments: 1, maxArguments: 1 },
      method: { fixed: 'ANY' },
      path: [],
      handler: 'last',
    },
    {
      id: 'scope',
      emit: 'group',
      root: true,
      match: { on: 'call', name: ['scope', 'resource'], receiver: ['web', ''], minArguments: 1 },
      prefix: ['argument 0'],
    },
    {
      id: 'new-scope',
      emit: 'group',
      root: true,
      match: {
        on: 'call',
        name: ['new'],
        receiver: ['web.Scope', 'Scope', 'actix_web.Scope', 'web.Resource', 'Resource', 'actix_web.Resource'],
        minArguments: 1,
      },
      prefix: ['argument 0'],
    },
    {
      id: 'service',
      emit: 'mount',
      match: { on: 'call', name: ['service'], receiver: [...scopes, ...configs], minArguments: 1 },
      prefix: [],
      target: 'argument 0',
    },
    {
      id: 'configure',
      emit: 'mount',
      match: { on: 'call', name: ['configure'], receiver: [...scopes, ...configs], minArguments: 1 },
      prefix: [],
      target: 'argument 0',
    },
    {
      id: 'wrap',
      emit: 'guard',
      anytime: true,
      earlier: true,
      match: { on: 'call', name: ['wrap', 'wrap_fn'], receiver: routers },
    },
    {
      id: 'kept',
      emit: 'group',
      match: {
        on: 'call',
        name: ['app_data', 'data', 'guard', 'name', 'default_service', 'external_resource'],
        receiver: routers,
      },
      prefix: [],
    },
    {
      id: 'answer',
      emit: 'answer',
      match: {
        on: 'call',
        name: ['json'],
        receiver: ['Ok', 'Created', 'Accepted', 'build', 'BadRequest', 'NotFound', 'Conflict'].flatMap(
          (each) => [`actix_web.HttpResponse.${each}()`, `HttpResponse.${each}()`],
        ),
        minArguments: 1,
      },
      body: 'argument 0',
    },
    {
      id: 'answer-type',
      emit: 'answer',
      match: { on: 'call', name: ['Json'], receiver: ['web', ''], minArguments: 1, maxArguments: 1 },
      body: 'argument 0',
    },
  ],
}
