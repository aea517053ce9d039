import type { ResourceRoute } from '../domain/block.js'
import type { Framework } from '../domain/framework.js'

const facade = ['Route', 'Router()', 'Registrar()']
const routers = { on: 'call', receiver: facade, receiverName: '^\\$router$' } as const

/** Given in the same chain, before or after a route, a group or a resource. */
const prefix = ['chained prefix argument 0']
const guards = ['every middleware', 'argument 0 . middleware']

/** https://laravel.com/docs/12.x/controllers#actions-handled-by-resource-controllers */
const many: readonly ResourceRoute[] = [
  { action: 'index', methods: ['GET'], path: '' },
  { action: 'create', methods: ['GET'], path: 'create' },
  { action: 'store', methods: ['POST'], path: '' },
  { action: 'show', methods: ['GET'], path: '{}' },
  { action: 'edit', methods: ['GET'], path: '{}/edit' },
  { action: 'update', methods: ['PUT', 'PATCH'], path: '{}' },
  { action: 'destroy', methods: ['DELETE'], path: '{}' },
]

/** https://laravel.com/docs/12.x/controllers#singleton-resource-controllers */
const one: readonly ResourceRoute[] = [
  { action: 'create', methods: ['GET'], path: 'create', when: ['called creatable'] },
  { action: 'store', methods: ['POST'], path: '', when: ['called creatable'] },
  { action: 'show', methods: ['GET'], path: '{}' },
  { action: 'edit', methods: ['GET'], path: '{}/edit' },
  { action: 'update', methods: ['PUT', 'PATCH'], path: '{}' },
  { action: 'destroy', methods: ['DELETE'], path: '{}', when: ['called creatable', 'called destroyable'] },
]

const isForm = ({ action }: ResourceRoute) => action === 'create' || action === 'edit'
const api = many.filter((each) => !isForm(each))
const apiOne = one.filter((each) => !isForm(each))

const resource = {
  emit: 'resource',
  name: ['argument 0'],
  nested: '.',
  prefix,
  only: ['every only', 'argument 2 . only'],
  except: ['every except', 'argument 2 . except'],
  shallow: ['called shallow', 'argument 2 . shallow'],
  guards: ['every middleware', 'argument 2 . middleware'],
} as const

const list = { ...resource, name: ['argument 0 keys'], only: ['every only', 'argument 1 . only'] } as const

/** Laravel 8 to 12 and Lumen: routes in files and their groups, resources, files that draw others, the usual `/api`. */
export const laravel: Framework = {
  id: 'laravel',
  languages: ['php'],
  imports: ['Illuminate\\*', 'Laravel\\*', 'Livewire\\*'],
  gate: ['Illuminate\\', 'Route::', '$router->'],
  blocks: {
    around: 'known',
    file: true,
    classes: ['ServiceProvider', 'RouteServiceProvider'],
    methods: true,
    drawn: 'routes',
    usual: { files: '(?:^|/)[Rr]outes/api\\.php$', prefix: '/api' },
  },
  handlers: {},
  rules: [
    {
      id: 'chain',
      emit: 'group',
      match: {
        ...routers,
        name: [
          'middleware',
          'withoutMiddleware',
          'prefix',
          'name',
          'as',
          'domain',
          'controller',
          'namespace',
          'scopeBindings',
          'withoutScopedBindings',
          'where',
          'whereNumber',
          'whereUuid',
          'can',
          'missing',
          'shallow',
        ],
      },
      prefix: [],
    },
    {
      id: 'route',
      emit: 'route',
      match: { ...routers, name: ['get', 'post', 'put', 'patch', 'delete', 'options', 'query', 'any'] },
      method: { name: true },
      path: ['argument 0', 'keyword uri'],
      prefix,
      guards: ['every middleware', 'argument 1 . middleware'],
      handler: 'last',
    },
    {
      id: 'match',
      emit: 'route',
      match: { ...routers, name: ['match', 'addRoute'], minArguments: 2 },
      method: { from: ['argument 0'], default: 'ANY' },
      path: ['argument 1'],
      prefix,
      guards: ['every middleware'],
      handler: 'last',
    },
    {
      id: 'view',
      emit: 'route',
      match: { ...routers, name: ['view', 'inertia'], minArguments: 2 },
      method: { fixed: 'GET' },
      path: ['argument 0'],
      prefix,
      guards: ['every middleware'],
      handler: 'argument 1',
    },
    {
      id: 'page',
      emit: 'route',
      match: { on: 'call', name: ['route'], receiver: ['Volt'], minArguments: 2 },
      method: { fixed: 'GET' },
      path: ['argument 0'],
      prefix,
      guards: ['every middleware'],
      handler: 'argument 1',
    },
    {
      id: 'redirect',
      emit: 'route',
      match: { ...routers, name: ['redirect', 'permanentRedirect'], minArguments: 2 },
      method: { fixed: 'ANY' },
      path: ['argument 0'],
      prefix,
      guards: ['every middleware'],
      handler: 'argument 1',
    },
    {
      id: 'group',
      emit: 'block',
      match: { ...routers, name: ['group'], lastArgument: 'function' },
      prefix: ['argument 0 . prefix', ...prefix],
      guards: guards,
    },
    { id: 'routes', emit: 'block', match: { on: 'call', name: ['routes', 'withRouting'] } },
    {
      id: 'file',
      emit: 'draw',
      match: { ...routers, name: ['group'], lastArgument: 'no function' },
      file: 'argument -1',
      here: '__DIR__',
      prefix: ['argument 0 . prefix', ...prefix],
      guards: guards,
    },
    {
      id: 'required',
      emit: 'draw',
      match: { on: 'call', name: ['require'], receiver: [''] },
      file: 'argument 0',
      here: '__DIR__',
    },
    {
      id: 'api',
      emit: 'draw',
      match: { on: 'call', name: ['withRouting'] },
      file: 'keyword api',
      here: '__DIR__',
      prefix: ['keyword apiPrefix'],
      onlyBelow: true,
    },
    { ...resource, id: 'resource', match: { ...routers, name: ['resource'] }, routes: many },
    { ...resource, id: 'api-resource', match: { ...routers, name: ['apiResource'] }, routes: api },
    { ...list, id: 'resources', match: { ...routers, name: ['resources'] }, routes: many },
    { ...list, id: 'api-resources', match: { ...routers, name: ['apiResources'] }, routes: api },
    { ...resource, id: 'singleton', single: true, match: { ...routers, name: ['singleton'] }, routes: one },
    {
      ...resource,
      id: 'api-singleton',
      single: true,
      match: { ...routers, name: ['apiSingleton'] },
      routes: apiOne,
    },
    {
      id: 'path',
      emit: 'pass',
      match: { on: 'call', name: ['base_path', 'realpath'], receiver: [''], minArguments: 1 },
      from: 'argument 0',
    },
    {
      id: 'module-path',
      emit: 'pass',
      match: { on: 'call', name: ['module_path'], receiver: [''], minArguments: 2 },
      from: 'argument 1',
    },
    {
      id: 'answer',
      emit: 'answer',
      match: { on: 'call', name: ['json'], minArguments: 1 },
      body: 'argument 0',
    },
  ],
}
