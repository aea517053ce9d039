import type { Mapping } from '../domain/annotated.js'
import type { Framework } from '../domain/framework.js'

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'] as const

/** What annotations of JAX-RS say of requests, on either side. */
export const resourceMappings: readonly Mapping[] = [
  ...methods.map((method) => ({ name: [method], method: { fixed: method } })),
  { name: ['HttpMethod'], method: { from: ['argument 0'], default: 'ANY' } },
  { name: ['Path'], path: ['argument 0'] },
]

/** JAX-RS and Jakarta REST: resources, those below them, the application's path. */
export const jaxrs: Framework = {
  id: 'jaxrs',
  languages: ['java', 'kotlin'],
  imports: [
    'jakarta.ws.rs.*',
    'javax.ws.rs.*',
    'jakarta.annotation.security.*',
    'javax.annotation.security.*',
  ],
  gate: ['ws.rs'],
  handlers: { returns: true },
  rules: [
    {
      id: 'route',
      emit: 'annotated',
      side: 'provider',
      match: { on: 'decorator', name: ['Path'] },
      mappings: resourceMappings,
      guards: ['RolesAllowed', 'PermitAll', 'DenyAll', 'Authenticated', 'PermissionsAllowed'],
      body: ['undecorated'],
      locators: true,
      base: ['ApplicationPath'],
    },
  ],
}
