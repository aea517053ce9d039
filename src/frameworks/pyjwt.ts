import type { Framework } from '../domain/framework.js'

const modules = ['jwt', 'jose.jwt', 'authlib.jose.jwt']

/** JSON Web Tokens in Python: PyJWT, python-jose, Authlib. */
export const pyjwt: Framework = {
  id: 'pyjwt',
  languages: ['python'],
  imports: ['jwt', 'jose', 'jose.jwt', 'authlib.jose'],
  gate: ['jwt'],
  rules: [
    {
      id: 'encode',
      emit: 'element',
      match: { on: 'call', name: ['encode'], receiver: modules, minArguments: 1 },
      action: 'emits',
      element: 'claim {claim}',
      each: ['argument 0', 'keyword payload', 'keyword claims'],
      words: { claim: { from: ['key'], fit: '^([\\w:/.-]+)$' } },
    },
    {
      id: 'decode',
      emit: 'element',
      match: { on: 'call', name: ['decode'], receiver: modules, minArguments: 1 },
      action: 'reads',
      element: 'claim',
      reader: { of: 'value', members: [''] },
    },
  ],
}
