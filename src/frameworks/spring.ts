import type { Mapping } from '../domain/annotated.js'
import type { Framework } from '../domain/framework.js'

const path = ['argument 0', 'keyword path']

const verbs: readonly Mapping[] = (['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] as const).map((method) => ({
  name: [`${method[0]}${method.slice(1).toLowerCase()}Mapping`],
  method: { fixed: method },
  path,
}))

/** What annotations of Spring say of requests, on either side. */
export const springMappings: readonly Mapping[] = [
  ...verbs,
  { name: ['RequestMapping'], method: { from: ['keyword method'], default: 'ANY' }, path },
]

/** `route` gives what it is called on, as all words do that may stand in a chain of routes. */
const builders = ['RouterFunctions', 'RouterFunctions.route', 'route', 'RouterFunctions.Builder()']

/** Spring MVC and WebFlux: annotated controllers with what they inherit, and routes made of functions. */
export const spring: Framework = {
  id: 'spring',
  languages: ['java', 'kotlin'],
  imports: ['org.springframework.*'],
  gate: ['org.springframework', 'Mapping', 'Controller'],
  handlers: { returns: true, bodyDecorators: ['RequestBody'] },
  rules: [
    {
      id: 'route',
      emit: 'annotated',
      side: 'provider',
      match: { on: 'decorator', name: ['RestController', 'Controller'] },
      mappings: springMappings,
      body: ['RequestBody'],
      guards: ['PreAuthorize', 'PostAuthorize', 'Secured', 'RolesAllowed', 'PermitAll', 'DenyAll'],
    },
    {
      id: 'function',
      emit: 'route',
      match: {
        on: 'call',
        name: ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'],
        receiver: builders,
        minArguments: 2,
      },
      method: { name: true },
      path: ['argument 0'],
      handler: 'last',
    },
    {
      id: 'predicate',
      emit: 'route',
      match: {
        on: 'call',
        name: ['route', 'andRoute'],
        receiver: ['RouterFunctions', 'RouterFunctions.route', ''],
        minArguments: 2,
      },
      method: { from: ['argument 0'], default: 'ANY' },
      path: ['argument 0 argument 0'],
      handler: 'last',
    },
    {
      id: 'nest',
      emit: 'mount',
      match: { on: 'call', name: ['nest', 'path'], receiver: builders, minArguments: 2 },
      prefix: ['argument 0 argument 0', 'argument 0'],
      target: 'argument 1',
    },
  ],
}
