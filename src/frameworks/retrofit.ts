import type { Mapping } from '../domain/annotated.js'
import type { Framework } from '../domain/framework.js'

const verbs: readonly Mapping[] = (['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'] as const).map(
  (method) => ({ name: [method], method: { fixed: method }, path: ['argument 0'] }),
)

/** Retrofit: interfaces that name what they call. Where they lead is said where they are made. */
export const retrofit: Framework = {
  id: 'retrofit',
  languages: ['java', 'kotlin'],
  imports: ['retrofit2.http.*'],
  gate: ['retrofit2'],
  rules: [
    {
      id: 'client',
      emit: 'annotated',
      side: 'consumer',
      unmarked: true,
      match: { on: 'decorator', name: [...verbs.flatMap(({ name }) => name), 'HTTP'] },
      mappings: [
        ...verbs,
        { name: ['HTTP'], method: { from: ['keyword method'], default: 'ANY' }, path: ['keyword path'] },
      ],
      body: ['Body'],
    },
  ],
}
