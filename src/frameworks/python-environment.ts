import type { Framework } from '../domain/framework.js'

/** Environment variables of Python's standard library. */
export const pythonEnvironment: Framework = {
  id: 'python-environment',
  languages: ['python'],
  imports: ['os'],
  gate: ['environ', 'getenv'],
  rules: [
    {
      id: 'member',
      emit: 'environment',
      match: { on: 'member', name: [], receiver: ['os.environ'] },
      variable: 'member',
    },
    {
      id: 'get',
      emit: 'environment',
      match: { on: 'call', name: ['get', 'setdefault'], receiver: ['os.environ'] },
      variable: 'argument 0',
      default: 'argument 1',
    },
    {
      id: 'getenv',
      emit: 'environment',
      match: { on: 'call', name: ['getenv'], receiver: ['os'] },
      variable: 'argument 0',
      default: 'argument 1',
    },
  ],
}
