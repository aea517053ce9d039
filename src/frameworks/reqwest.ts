import type { Framework } from '../domain/framework.js'

const clients = ['reqwest', 'blocking'].flatMap((module) => [
  `${module}.Client.new()`,
  `${module}.Client.default()`,
  `${module}.Client.builder().build()`,
  `${module}.ClientBuilder.new().build()`,
  `${module}.Client()`,
])
const wrapped = [
  'reqwest_middleware.ClientBuilder.new().build()',
  'reqwest_middleware.ClientWithMiddleware()',
]
const requests = { body: ['chained json argument 0', 'chained form argument 0', 'chained body argument 0'] }
const answer = ['json()', 'text()', 'bytes()']

/** reqwest, in its asynchronous and its blocking form: requests are built in a chain and then sent. */
export const reqwest: Framework = {
  id: 'reqwest',
  languages: ['rust'],
  imports: ['reqwest', 'reqwest::*', 'reqwest_middleware', 'url', 'serde_json'],
  gate: ['reqwest'],
  rules: [
    {
      id: 'call',
      emit: 'client',
      match: {
        on: 'call',
        name: ['get', 'post', 'put', 'patch', 'delete', 'head'],
        receiver: [...clients, ...wrapped, 'reqwest', 'blocking'],
        minArguments: 1,
        maxArguments: 1,
      },
      method: { name: true },
      url: ['argument 0'],
      ...requests,
      answer,
    },
    {
      id: 'request',
      emit: 'client',
      match: {
        on: 'call',
        name: ['request'],
        receiver: [...clients, ...wrapped],
        minArguments: 2,
        maxArguments: 2,
      },
      method: { from: ['argument 0'], default: 'ANY' },
      url: ['argument 1'],
      ...requests,
      answer,
    },
    {
      id: 'chain',
      emit: 'pass',
      match: {
        on: 'call',
        name: [
          'send',
          'error_for_status',
          'header',
          'headers',
          'bearer_auth',
          'basic_auth',
          'timeout',
          'connect_timeout',
          'default_headers',
          'user_agent',
          'pool_max_idle_per_host',
          'pool_idle_timeout',
          'danger_accept_invalid_certs',
          'redirect',
          'cookie_store',
          'use_rustls_tls',
          'no_proxy',
        ],
      },
      from: 'receiver',
    },
    {
      id: 'filled',
      emit: 'pass',
      match: { on: 'call', name: ['json', 'form', 'body'], minArguments: 1, maxArguments: 1 },
      from: 'receiver',
    },
    {
      id: 'parsed',
      emit: 'pass',
      match: { on: 'call', name: ['from_str', 'from_slice', 'from_value'], receiver: ['serde_json'] },
      from: 'argument 0',
    },
    {
      id: 'url',
      emit: 'pass',
      match: { on: 'call', name: ['parse'], receiver: ['url.Url', 'reqwest.Url'], minArguments: 1 },
      from: 'argument 0',
    },
    {
      id: 'joined',
      emit: 'join',
      match: {
        on: 'call',
        name: ['join'],
        receiver: ['url.Url.parse()', 'reqwest.Url.parse()', 'url.Url()', 'reqwest.Url()'],
        maxArguments: 1,
      },
      parts: ['receiver', 'argument 0'],
    },
  ],
}
