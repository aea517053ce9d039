import type { Framework } from '../domain/framework.js'

/** Settings of Spring, by the names under which they are set. */
export const springSettings: Framework = {
  id: 'spring-settings',
  languages: ['java', 'kotlin'],
  imports: ['org.springframework.*'],
  gate: ['@Value', 'getProperty', 'getRequiredProperty'],
  rules: [
    {
      id: 'value',
      emit: 'setting',
      match: { on: 'decorator', name: ['Value'], receiver: [''], firstArgument: '^\\$\\{' },
      name: 'argument 0',
    },
    {
      id: 'property',
      emit: 'setting',
      match: { on: 'call', name: ['getProperty', 'getRequiredProperty'], receiver: ['Environment()'] },
      name: 'argument 0',
      default: 'argument 1',
    },
    {
      id: 'read-value',
      emit: 'element',
      match: { on: 'decorator', name: ['Value'], receiver: [''], firstArgument: '^\\$\\{' },
      element: 'config {name}',
      action: 'reads',
      words: { name: { from: ['argument 0'], fit: '^\\$\\{([\\w.-]+)' } },
    },
    {
      id: 'read-property',
      emit: 'element',
      match: { on: 'call', name: ['getProperty', 'getRequiredProperty'], receiver: ['Environment()'] },
      element: 'config {name}',
      action: 'reads',
      words: { name: { from: ['argument 0'], fit: '^([\\w.-]+)$' } },
    },
  ],
}
