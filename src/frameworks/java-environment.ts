import type { Framework } from '../domain/framework.js'

/** Environment variables of Java's standard library. */
export const javaEnvironment: Framework = {
  id: 'java-environment',
  languages: ['java', 'kotlin'],
  gate: ['getenv'],
  rules: [
    {
      id: 'getenv',
      emit: 'environment',
      match: { on: 'call', name: ['getenv'], receiver: ['System'], minArguments: 1 },
      variable: 'argument 0',
    },
    {
      id: 'get',
      emit: 'environment',
      match: { on: 'call', name: ['get', 'getOrDefault'], receiver: ['System.getenv()'], minArguments: 1 },
      variable: 'argument 0',
      default: 'argument 1',
    },
  ],
}
