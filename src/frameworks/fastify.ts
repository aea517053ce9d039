import type { Framework } from '../domain/framework.js'

const instances = ['fastify()', 'fastify.fastify()', 'fastify.FastifyInstance()', 'Fastify()']
const names = '^(?:fastify|app|server|instance)$'

/** Fastify 3 to 5, with plugins as the places where routes live. */
export const fastify: Framework = {
  id: 'fastify',
  languages: ['typescript'],
  imports: ['fastify', '@fastify/static', '@fastify/autoload', 'fastify-autoload', 'fastify-static'],
  gate: ['astify'],
  handlers: { request: [{ parameter: 0, member: 'body' }], returns: true },
  rules: [
    {
      id: 'route',
      emit: 'route',
      match: {
        on: 'call',
        name: ['get', 'post', 'put', 'patch', 'delete', 'options', 'head', 'query', 'all'],
        receiver: instances,
        receiverName: '^(?:fastify|instance)$',
        firstArgument: '^(?:[/*].*)?$',
        lastArgument: 'function',
        minArguments: 2,
      },
      method: { name: true },
      path: ['argument 0'],
      guards: ['argument 1 . preHandler', 'argument 1 . onRequest'],
      handler: 'last',
    },
    {
      id: 'route-object',
      emit: 'route',
      match: { on: 'call', name: ['route'], receiver: instances, receiverName: names },
      method: { from: ['argument 0 . method'], default: 'ANY' },
      path: ['argument 0 . url', 'argument 0 . path'],
      guards: ['argument 0 . onRequest', 'argument 0 . preHandler'],
      handler: 'argument 0 . handler',
    },
    {
      id: 'register',
      emit: 'mount',
      match: { on: 'call', name: ['register'], receiver: instances, receiverName: names },
      prefix: ['argument 1 . prefix'],
      target: 'argument 0',
    },
    {
      id: 'autoload',
      emit: 'mount',
      match: { on: 'call', name: ['register'], receiver: instances, receiverName: names },
      prefix: ['argument 1 . options . prefix', 'argument 1 . options argument 0 . prefix'],
      target: 'argument 0',
      loads: { by: ['autoload', 'fastify-autoload'], folder: ['argument 1 . dir'] },
    },
    {
      id: 'static',
      emit: 'static',
      match: { on: 'call', name: ['register'], receiver: instances, receiverName: names },
      path: ['argument 1 . prefix'],
      server: ['static', 'fastify-static'],
      serves: 'folder',
      of: ['argument 1 . root'],
    },
    {
      id: 'hook',
      emit: 'guard',
      match: {
        on: 'call',
        name: ['addHook'],
        receiver: instances,
        receiverName: '^(?:fastify|instance)$',
        firstArgument: '^(?:onRequest|preHandler|preValidation)$',
      },
    },
    {
      id: 'answer',
      emit: 'answer',
      match: { on: 'call', name: ['send'] },
      body: 'argument 0',
      parameter: 1,
    },
  ],
}
