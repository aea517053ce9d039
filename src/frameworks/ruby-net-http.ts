import type { Framework } from '../domain/framework.js'

const methods = {
  Get: 'GET',
  Post: 'POST',
  Put: 'PUT',
  Patch: 'PATCH',
  Delete: 'DELETE',
  Head: 'HEAD',
} as const

const opened = ['Net::HTTP()', 'Net::HTTP.start()', 'Net::HTTP']

/** Net::HTTP of Ruby's standard library: its own calls, opened connections, and requests that are made and then sent. */
export const rubyNetHttp: Framework = {
  id: 'ruby-net-http',
  languages: ['ruby'],
  gate: ['Net::HTTP'],
  rules: [
    {
      id: 'read',
      emit: 'client',
      match: { on: 'call', name: ['get', 'head', 'delete', 'options'], receiver: opened },
      method: { name: true },
      url: ['argument 0'],
      answer: ['body', ''],
    },
    {
      id: 'read-at',
      emit: 'client',
      match: { on: 'call', name: ['get_response'], receiver: ['Net::HTTP'] },
      method: { fixed: 'GET' },
      url: ['argument 0'],
      answer: ['body'],
    },
    {
      id: 'write',
      emit: 'client',
      match: { on: 'call', name: ['post', 'put', 'patch'], receiver: opened },
      method: { name: true },
      url: ['argument 0'],
      body: ['argument 1'],
      answer: ['body'],
    },
    {
      id: 'form',
      emit: 'client',
      match: { on: 'call', name: ['post_form'], receiver: ['Net::HTTP'] },
      method: { fixed: 'POST' },
      url: ['argument 0'],
      body: ['argument 1'],
      answer: ['body'],
    },
    ...(['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head'] as const).map((verb) => ({
      id: verb.toLowerCase(),
      emit: 'client' as const,
      match: { on: 'call' as const, name: [`Net::HTTP::${verb}`], receiver: [''] },
      method: { fixed: methods[verb] },
      url: ['argument 0'],
      answer: [],
    })),
  ],
}
