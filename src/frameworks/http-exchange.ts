import type { Mapping } from '../domain/annotated.js'
import type { Framework } from '../domain/framework.js'

const path = ['argument 0', 'keyword url']

const verbs: readonly Mapping[] = (['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] as const).map((method) => ({
  name: [`${method[0]}${method.slice(1).toLowerCase()}Exchange`],
  method: { fixed: method },
  path,
}))

/** Spring's HTTP interfaces: `@GetExchange("/orders/{id}")`. */
export const httpExchange: Framework = {
  id: 'http-exchange',
  languages: ['java', 'kotlin'],
  imports: ['org.springframework.web.service.annotation.*'],
  gate: ['Exchange'],
  rules: [
    {
      id: 'client',
      emit: 'annotated',
      side: 'consumer',
      unmarked: true,
      match: { on: 'decorator', name: ['HttpExchange', ...verbs.flatMap(({ name }) => name)] },
      mappings: [
        ...verbs,
        { name: ['HttpExchange'], method: { from: ['keyword method'], default: 'ANY' }, path },
      ],
      body: ['RequestBody'],
    },
  ],
}
