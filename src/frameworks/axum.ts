import type { Framework } from '../domain/framework.js'

const names = ['Router', 'ApiRouter']
const routers = ['axum', 'routing', 'axum_aide', 'aide'].flatMap((module) =>
  names.flatMap((name) => [`${module}.${name}.new()`, `${module}.${name}.default()`, `${module}.${name}()`]),
)
const bare = names.flatMap((name) => [`${name}.new()`, `${name}.default()`, `${name}()`])
const router = { on: 'call', receiver: [...routers, ...bare] } as const

/** Axum 0.6 to 0.8, with the routers of aide: a layer holds for the routes before it. */
export const axum: Framework = {
  id: 'axum',
  languages: ['rust'],
  imports: ['axum', 'axum::*', 'aide', 'aide::*'],
  gate: ['axum', 'aide::'],
  handlers: { returns: true, bodyTypes: ['Json', 'Form', 'Valid', 'ValidatedJson', 'ValidatedForm'] },
  rules: [
    {
      id: 'route',
      emit: 'route',
      match: { ...router, name: ['route', 'api_route', 'api_route_with', 'route_with_tsr'], minArguments: 2 },
      method: { fixed: 'ANY' },
      path: ['argument 0'],
      handler: 'argument 1',
      verbs: {
        of: 'argument 1',
        fit: '^(get|post|put|patch|delete|head|options|trace|connect|query|any)(?:_service|_with)?$',
        filters: ['on', 'on_service'],
        guards: ['layer', 'route_layer'],
      },
    },
    {
      id: 'service',
      emit: 'route',
      match: { ...router, name: ['route_service'], minArguments: 2 },
      method: { fixed: 'ANY' },
      path: ['argument 0'],
      handler: 'last',
    },
    {
      id: 'nest',
      emit: 'mount',
      match: { ...router, name: ['nest', 'nest_service', 'nest_api_service'], minArguments: 2 },
      prefix: ['argument 0'],
      target: 'argument 1',
    },
    {
      id: 'merge',
      emit: 'mount',
      match: { ...router, name: ['merge'], minArguments: 1, maxArguments: 1 },
      prefix: [],
      target: 'argument 0',
    },
    {
      id: 'layer',
      emit: 'guard',
      match: { ...router, name: ['layer', 'route_layer'] },
      earlier: true,
    },
    {
      id: 'kept',
      emit: 'group',
      match: {
        ...router,
        name: [
          'with_state',
          'fallback',
          'fallback_service',
          'method_not_allowed_fallback',
          'finish_api',
          'finish_api_with',
          'without_v07_checks',
          'boxed',
          'reset_fallback',
        ],
      },
      prefix: [],
    },
    {
      id: 'answer',
      emit: 'answer',
      match: {
        on: 'call',
        name: ['Json'],
        receiver: ['axum', 'response', 'extract', 'json', ''],
        minArguments: 1,
        maxArguments: 1,
      },
      body: 'argument 0',
    },
  ],
}
