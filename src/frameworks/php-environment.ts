import type { Framework } from '../domain/framework.js'

/** Environment variables of PHP, of Laravel's `env` and of Symfony's autowiring. */
export const phpEnvironment: Framework = {
  id: 'php-environment',
  languages: ['php'],
  imports: ['Illuminate\\Support\\Env'],
  gate: ['env(', '$_ENV', 'Env::get'],
  rules: [
    {
      id: 'member',
      emit: 'environment',
      match: { on: 'member', name: [], receiver: ['$_ENV'] },
      variable: 'member',
    },
    {
      id: 'getenv',
      emit: 'environment',
      match: { on: 'call', name: ['getenv'], receiver: [''], minArguments: 1 },
      variable: 'argument 0',
    },
    {
      id: 'env',
      emit: 'environment',
      match: { on: 'call', name: ['env'], receiver: [''], minArguments: 1 },
      variable: 'argument 0',
      default: 'argument 1',
    },
    {
      id: 'facade',
      emit: 'environment',
      match: { on: 'call', name: ['get', 'getOrFail'], receiver: ['Env'] },
      variable: 'argument 0',
      default: 'argument 1',
    },
  ],
}
