import type { ElementRule, Framework, Word } from '../domain/framework.js'

const claim: Word = { from: ['key'], fit: '^([\\w:/.-]+)$' }

const rules: readonly ElementRule[] = [
  {
    id: 'map',
    emit: 'element',
    match: { on: 'literal', name: ['MapClaims'], receiver: ['jwt'] },
    action: 'emits',
    element: 'claim {claim}',
    each: ['literal'],
    words: { claim },
  },
  {
    id: 'struct',
    emit: 'element',
    match: { on: 'class', name: ['RegisteredClaims', 'StandardClaims'], receiver: ['jwt'] },
    action: 'emits',
    element: 'claim {claim}',
    each: ['fields'],
    eachHolds: { 'item tag': 'json:"[^-",]' },
    words: { claim: { from: ['item tag'], fit: 'json:"([^",]+)' } },
  },
  {
    id: 'read',
    emit: 'element',
    match: {
      on: 'member',
      name: [],
      nameLike: '[a-z][\\w:/.-]*',
      receiver: ['jwt.MapClaims()'],
      access: 'read',
    },
    action: 'reads',
    element: 'claim {claim}',
    words: { claim: ['name'] },
  },
  {
    id: 'write',
    emit: 'element',
    match: {
      on: 'member',
      name: [],
      nameLike: '[a-z][\\w:/.-]*',
      receiver: ['jwt.MapClaims()'],
      access: 'write',
    },
    action: 'emits',
    element: 'claim {claim}',
    words: { claim: ['name'] },
  },
]

/** JSON Web Tokens in Go: claims of maps and of structs. */
export const golangJwt: Framework = {
  id: 'golang-jwt',
  languages: ['go'],
  imports: [
    'github.com/golang-jwt/jwt',
    'github.com/golang-jwt/jwt/v4',
    'github.com/golang-jwt/jwt/v5',
    'github.com/dgrijalva/jwt-go',
  ],
  gate: ['golang-jwt/jwt', 'jwt-go'],
  rules,
}
