import type { ElementRule, Framework, Word } from '../domain/framework.js'

const claim: Word = { from: ['key'], fit: '^([\\w:/.-]+)$' }
const read = { members: [''] } as const

const signed: readonly ElementRule[] = [
  {
    id: 'sign',
    emit: 'element',
    match: {
      on: 'call',
      name: ['sign', 'signAsync'],
      receiver: ['jsonwebtoken', 'jwt.JwtService()', 'fast-jwt.createSigner()'],
      receiverName: '(?:^|\\.)jwt(?:Service)?$',
      minArguments: 1,
    },
    action: 'emits',
    element: 'claim {claim}',
    each: ['argument 0'],
    words: { claim },
  },
  {
    id: 'jose',
    emit: 'element',
    match: {
      on: 'call',
      name: ['SignJWT', 'EncryptJWT', 'UnsecuredJWT'],
      receiver: ['jose'],
      minArguments: 1,
    },
    action: 'emits',
    element: 'claim {claim}',
    each: ['argument 0'],
    words: { claim },
  },
]

/** JSON Web Tokens in JavaScript: claims that are signed, and those that are read of a verified token. */
export const jwt: Framework = {
  id: 'jwt',
  languages: ['typescript'],
  imports: ['jsonwebtoken', 'jose', '@nestjs/jwt', 'jwt-decode', 'fast-jwt'],
  gate: ['jsonwebtoken', 'jose', '@nestjs/jwt', 'jwt-decode', 'fast-jwt'],
  rules: [
    ...signed,
    {
      id: 'verify',
      emit: 'element',
      match: {
        on: 'call',
        name: ['verify', 'verifyAsync', 'decode', 'jwtDecode', 'default'],
        receiver: ['jsonwebtoken', 'jwt.JwtService()', 'jwt-decode', 'fast-jwt.createVerifier()', ''],
        importing: ['jsonwebtoken', '@nestjs/jwt', 'jwt-decode', 'fast-jwt'],
        minArguments: 1,
      },
      action: 'reads',
      element: 'claim',
      reader: { of: 'value', ...read },
    },
    {
      id: 'jose-verify',
      emit: 'element',
      match: { on: 'call', name: ['jwtVerify', 'jwtDecrypt'], receiver: ['jose'], minArguments: 1 },
      action: 'reads',
      element: 'claim',
      reader: { of: 'value', members: ['payload'] },
    },
    {
      id: 'jose-decode',
      emit: 'element',
      match: { on: 'call', name: ['decodeJwt'], receiver: ['jose'], minArguments: 1 },
      action: 'reads',
      element: 'claim',
      reader: { of: 'value', ...read },
    },
  ],
}
