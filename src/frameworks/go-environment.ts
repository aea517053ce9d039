import type { Framework } from '../domain/framework.js'

/** Environment variables of Go's standard library. */
export const goEnvironment: Framework = {
  id: 'go-environment',
  languages: ['go'],
  imports: ['os'],
  gate: ['os.Getenv', 'os.LookupEnv'],
  rules: [
    {
      id: 'getenv',
      emit: 'environment',
      match: { on: 'call', name: ['Getenv', 'LookupEnv'], receiver: ['os'] },
      variable: 'argument 0',
    },
  ],
}
