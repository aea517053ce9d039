import type { ResourceRoute } from '../domain/block.js'
import type { Framework } from '../domain/framework.js'

const called = ['']
const inherited = ['only', 'except', 'shallow', 'controller', 'path_names', 'via', 'on']

/** https://guides.rubyonrails.org/routing.html#crud-verbs-and-actions */
const many: readonly ResourceRoute[] = [
  { action: 'index', methods: ['GET'], path: '' },
  { action: 'create', methods: ['POST'], path: '' },
  { action: 'new', methods: ['GET'], path: 'new' },
  { action: 'edit', methods: ['GET'], path: '{}/edit' },
  { action: 'show', methods: ['GET'], path: '{}' },
  { action: 'update', methods: ['PATCH', 'PUT'], path: '{}' },
  { action: 'destroy', methods: ['DELETE'], path: '{}' },
]

const one: readonly ResourceRoute[] = many.filter(({ action }) => action !== 'index')

const resource = {
  emit: 'resource',
  name: ['texts'],
  path: ['keyword path'],
  only: ['keyword only'],
  except: ['keyword except'],
  renamed: ['keyword path_names'],
  shallow: ['keyword shallow'],
  module: ['keyword module'],
  controller: ['keyword controller'],
  asks: 'keyword concerns',
} as const

const action = {
  to: ['keyword to', 'argument 0 value'],
  controller: ['keyword controller'],
  action: ['keyword action'],
  ofPath: true,
} as const

/** Ruby on Rails 4 to 8: routes, and what controllers guard, receive and answer. Mounted engines bring their own. */
export const rails: Framework = {
  id: 'rails',
  languages: ['ruby'],
  gate: ['routes', 'resource', ' to:', '=>', 'draw', 'Controller', '_action', 'namespace', 'scope'],
  blocks: {
    around: 'any',
    drawn: 'routes',
    handlers: { between: '::', ending: 'Controller' },
    optional: 'parentheses',
  },
  rules: [
    {
      id: 'draw',
      emit: 'block',
      match: { on: 'call', name: ['draw'], lastArgument: 'function' },
      router: '.routes',
    },
    {
      id: 'drawn',
      emit: 'draw',
      match: { on: 'call', name: ['draw'], receiver: called, lastArgument: 'no function' },
      file: 'argument 0',
      folder: 'routes',
    },
    {
      id: 'route',
      emit: 'route',
      match: {
        on: 'call',
        name: ['get', 'post', 'put', 'patch', 'delete', 'options', 'head'],
        receiver: called,
        lastArgument: 'no function',
      },
      method: { name: true },
      path: ['argument 0 key', 'texts'],
      of: 'keyword on',
      handler: 'keyword to',
      action,
    },
    {
      id: 'match',
      emit: 'route',
      match: { on: 'call', name: ['match'], receiver: called, lastArgument: 'no function' },
      method: { from: ['keyword via'], default: 'ANY' },
      path: ['argument 0 key', 'texts'],
      of: 'keyword on',
      handler: 'keyword to',
      action,
    },
    {
      id: 'root',
      emit: 'route',
      match: { on: 'call', name: ['root'], receiver: called },
      method: { fixed: 'GET' },
      path: [],
      handler: 'keyword to',
      action: { ...action, to: ['keyword to', 'argument 0'], ofPath: false },
    },
    {
      ...resource,
      id: 'resources',
      match: { on: 'call', name: ['resources'], receiver: called },
      routes: many,
    },
    {
      ...resource,
      id: 'resource',
      match: { on: 'call', name: ['resource'], receiver: called },
      single: true,
      routes: one,
    },
    {
      id: 'namespace',
      emit: 'block',
      match: { on: 'call', name: ['namespace'], receiver: called, lastArgument: 'function' },
      prefix: ['keyword path', 'argument 0'],
      module: ['keyword module', 'argument 0'],
      shallow: ['keyword shallow'],
      passes: inherited,
    },
    {
      id: 'scope',
      emit: 'block',
      match: { on: 'call', name: ['scope'], receiver: called, lastArgument: 'function' },
      prefix: ['keyword path', 'argument 0'],
      module: ['keyword module'],
      controller: ['keyword controller'],
      shallow: ['keyword shallow'],
      passes: inherited,
    },
    {
      id: 'controller',
      emit: 'block',
      match: { on: 'call', name: ['controller'], receiver: called, lastArgument: 'function' },
      controller: ['argument 0'],
    },
    {
      id: 'options',
      emit: 'block',
      match: { on: 'call', name: ['with_options'], receiver: called, lastArgument: 'function' },
      passes: 'all',
    },
    {
      id: 'collection',
      emit: 'block',
      match: { on: 'call', name: ['collection'], receiver: called, lastArgument: 'function' },
      of: 'collection',
    },
    {
      id: 'member',
      emit: 'block',
      match: { on: 'call', name: ['member'], receiver: called, lastArgument: 'function' },
      of: 'member',
    },
    {
      id: 'new',
      emit: 'block',
      match: { on: 'call', name: ['new'], receiver: called, lastArgument: 'function' },
      of: 'new',
    },
    {
      id: 'concern',
      emit: 'block',
      match: { on: 'call', name: ['concern'], receiver: called, lastArgument: 'function' },
      kept: 'argument 0',
    },
    {
      id: 'concerns',
      emit: 'block',
      match: { on: 'call', name: ['concerns'], receiver: called },
      asks: 'texts',
    },
    {
      id: 'authenticate',
      emit: 'block',
      match: { on: 'call', name: ['authenticate'], receiver: called, lastArgument: 'function' },
      guards: ['call'],
    },
    // Devise has more routes, but which of them depends on the model: every model that signs in has these.
    {
      id: 'devise',
      emit: 'resource',
      match: { on: 'call', name: ['devise_for'], receiver: called },
      name: ['texts'],
      path: ['keyword path'],
      single: true,
      foreign: true,
      routes: [
        { action: 'sessions', methods: ['GET', 'POST'], path: 'sign_in' },
        { action: 'sessions', methods: ['DELETE'], path: 'sign_out' },
      ],
      only: ['keyword only'],
      except: ['keyword skip'],
      renamed: ['keyword path_names'],
    },
    {
      id: 'mount',
      emit: 'mount',
      match: { on: 'call', name: ['mount'], receiver: called },
      prefix: ['keyword at', 'argument 0 value'],
      target: 'argument 0 key',
    },
    {
      id: 'mount-at',
      emit: 'mount',
      match: { on: 'call', name: ['mount'], receiver: called },
      prefix: ['keyword at'],
      target: 'argument 0',
    },
    {
      id: 'controller-class',
      emit: 'controller',
      match: { on: 'class', name: [], classLike: '(?:.*::)?\\w*Controller' },
      guards: [
        {
          calls: [
            'before_action',
            'append_before_action',
            'prepend_before_action',
            'before_filter',
            'around_action',
          ],
          guards: ['texts'],
          only: ['keyword only'],
          except: ['keyword except'],
        },
        {
          calls: ['skip_before_action', 'skip_around_action', 'skip_before_filter'],
          guards: ['texts'],
          only: ['keyword only'],
          except: ['keyword except'],
          removes: true,
        },
        {
          calls: ['http_basic_authenticate_with', 'load_and_authorize_resource', 'doorkeeper_authorize!'],
          guards: ['call'],
          only: ['keyword only'],
          except: ['keyword except'],
        },
      ],
      bare: '(?:(?:ActionController|AbstractController)::.*|ApplicationController)',
      received: { from: 'params', below: ['require'], picks: ['permit'], both: ['expect'] },
    },
    {
      id: 'answer',
      emit: 'answer',
      match: { on: 'call', name: ['render'] },
      body: 'keyword json',
    },
  ],
}
