import type { Framework } from '../domain/framework.js'

const called = ['']

/** Sinatra, classic and modular, with the namespaces and routes of several methods of sinatra-contrib. */
export const sinatra: Framework = {
  id: 'sinatra',
  languages: ['ruby'],
  gate: [
    'inatra',
    'get ',
    'post ',
    'put ',
    'patch ',
    'delete ',
    'get(',
    'post(',
    'namespace',
    'map ',
    'run ',
  ],
  blocks: {
    around: 'known',
    file: true,
    classes: ['Sinatra::Base', 'Sinatra::Application', '::Sinatra::Base'],
    optional: 'question marks',
  },
  handlers: { returns: true },
  rules: [
    {
      id: 'route',
      emit: 'route',
      match: {
        on: 'call',
        name: ['get', 'post', 'put', 'patch', 'delete', 'options', 'head'],
        receiver: called,
        firstArgument: '^/',
        lastArgument: 'function',
      },
      method: { name: true },
      path: ['argument 0'],
      handler: 'last',
    },
    {
      id: 'several',
      emit: 'route',
      match: { on: 'call', name: ['route'], receiver: called, minArguments: 3, lastArgument: 'function' },
      method: { from: ['words'], default: 'ANY' },
      path: ['argument -2'],
      handler: 'last',
    },
    {
      id: 'namespace',
      emit: 'block',
      match: {
        on: 'call',
        name: ['namespace'],
        receiver: called,
        firstArgument: '^/',
        lastArgument: 'function',
      },
      prefix: ['argument 0'],
    },
    {
      id: 'map',
      emit: 'block',
      match: { on: 'call', name: ['map'], receiver: called, firstArgument: '^/', lastArgument: 'function' },
      prefix: ['argument 0'],
    },
    {
      id: 'run',
      emit: 'mount',
      match: { on: 'call', name: ['run', 'use'], receiver: called },
      prefix: [],
      target: 'argument 0',
    },
    {
      id: 'answer',
      emit: 'answer',
      match: { on: 'call', name: ['json'], receiver: called, minArguments: 1 },
      body: 'argument 0',
    },
    {
      id: 'answer-keywords',
      emit: 'answer',
      match: { on: 'call', name: ['json'], receiver: called, maxArguments: 0 },
      body: 'keywords',
    },
  ],
}
