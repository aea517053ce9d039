import type { Mapping } from '../domain/annotated.js'
import type { Framework } from '../domain/framework.js'

const verbs: readonly Mapping[] = (['Get', 'Post', 'Put', 'Delete', 'Patch', 'Head', 'Options'] as const).map(
  (name) => ({ name: [name], method: { name: true }, path: ['argument 0'] }),
)

/** Refit: interfaces that name what they call. Where they lead is said where they are made. */
export const refit: Framework = {
  id: 'refit',
  languages: ['csharp'],
  imports: ['Refit*'],
  gate: ['Refit'],
  rules: [
    {
      id: 'client',
      emit: 'annotated',
      side: 'consumer',
      unmarked: true,
      match: { on: 'decorator', name: verbs.flatMap(({ name }) => name) },
      mappings: verbs,
      body: ['Body'],
    },
  ],
}
