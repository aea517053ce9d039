import type { Framework } from '../domain/framework.js'

/** Environment variables of Ruby's core. */
export const rubyEnvironment: Framework = {
  id: 'ruby-environment',
  languages: ['ruby'],
  gate: ['ENV'],
  rules: [
    {
      id: 'member',
      emit: 'environment',
      match: { on: 'member', name: [], receiver: ['ENV'] },
      variable: 'member',
    },
    {
      id: 'fetch',
      emit: 'environment',
      match: { on: 'call', name: ['fetch'], receiver: ['ENV'] },
      variable: 'argument 0',
      default: 'argument 1',
    },
  ],
}
