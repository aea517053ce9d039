import type { Framework } from '../domain/framework.js'

/** Spring's routes as Kotlin writes them: `router { "/orders".nest { GET("/{id}", handler::get) } }`, and `coRouter`. */
export const springRouter: Framework = {
  id: 'spring-router',
  languages: ['kotlin'],
  imports: ['org.springframework.*'],
  gate: ['outer {', 'outer{'],
  blocks: { around: 'bare' },
  handlers: { returns: true, received: ['awaitBody', 'awaitBodyOrNull', 'bodyToMono', 'bodyToFlux', 'body'] },
  rules: [
    {
      id: 'router',
      emit: 'block',
      match: { on: 'call', name: ['router', 'coRouter'], receiver: [''], lastArgument: 'function' },
      begins: true,
    },
    {
      id: 'nest',
      emit: 'block',
      match: { on: 'call', name: ['nest'], lastArgument: 'function' },
      prefix: ['receiver argument 0', 'receiver'],
    },
    {
      id: 'route',
      emit: 'route',
      match: {
        on: 'call',
        name: ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'],
        lastArgument: 'function',
      },
      method: { name: true },
      path: ['argument 0'],
      handler: 'last',
    },
    {
      id: 'answer',
      emit: 'answer',
      match: { on: 'call', name: ['bodyValue', 'bodyValueAndAwait'], minArguments: 1 },
      body: 'argument 0',
    },
  ],
}
