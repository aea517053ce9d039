import type { Framework } from '../domain/framework.js'

const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']

/** Next.js: route handlers of the app router, and handlers under `pages/api`, at the paths of their files. */
export const next: Framework = {
  id: 'next',
  languages: ['typescript'],
  imports: ['next', 'next/*'],
  gate: [
    ...verbs.flatMap((verb) => [`function ${verb}`, `const ${verb}`, `as ${verb}`]),
    'NextApi',
    'res.status(',
    'res.json(',
  ],
  handlers: {
    request: [
      { parameter: 0, member: 'json()' },
      { parameter: 0, member: 'body' },
    ],
  },
  rules: [
    {
      id: 'route',
      emit: 'route',
      match: { on: 'export', name: verbs },
      method: { name: true },
      path: [],
      files: '(?:^|/)app/(?:(.*)/)?route\\.[cm]?[jt]sx?$',
      handler: 'exported',
    },
    {
      id: 'api',
      emit: 'route',
      match: { on: 'export', name: ['default'], minArguments: 2 },
      method: { fixed: 'ANY' },
      path: [],
      files: '(?:^|/)pages/(api(?:/.*)?)\\.[cm]?[jt]sx?$',
      handler: 'exported',
    },
    {
      id: 'answer',
      emit: 'answer',
      match: { on: 'call', name: ['json'], receiver: ['server.NextResponse', 'Response'] },
      body: 'argument 0',
    },
    {
      id: 'api-answer',
      emit: 'answer',
      match: { on: 'call', name: ['json', 'send'] },
      body: 'argument 0',
      parameter: 1,
    },
  ],
}
