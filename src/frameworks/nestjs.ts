import type { Framework } from '../domain/framework.js'

const common = ['common']
const apps = [
  'core.NestFactory.create()',
  'common.INestApplication()',
  'platform-express.NestExpressApplication()',
]

/** NestJS: controllers with their paths, versions in the path (which is its default), guards, the global prefix. */
export const nestjs: Framework = {
  id: 'nestjs',
  languages: ['typescript'],
  imports: [
    '@nestjs/common',
    '@nestjs/core',
    '@nestjs/platform-express',
    '@nestjs/serve-static',
    'express',
    'serve-static',
  ],
  gate: ['@nestjs/'],
  handlers: { returns: true, bodyDecorators: ['Body'] },
  rules: [
    {
      id: 'route',
      emit: 'route',
      match: {
        on: 'decorator',
        name: ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Options', 'Head', 'All'],
        receiver: common,
      },
      method: { name: true },
      path: ['argument 0'],
      handler: 'decorated',
    },
    {
      id: 'events',
      emit: 'route',
      match: { on: 'decorator', name: ['Sse'], receiver: common },
      method: { fixed: 'GET' },
      path: ['argument 0'],
      handler: 'decorated',
    },
    {
      id: 'query',
      emit: 'route',
      match: { on: 'decorator', name: ['QueryMethod'], receiver: common },
      method: { fixed: 'QUERY' },
      path: ['argument 0'],
      handler: 'decorated',
    },
    {
      id: 'controller',
      emit: 'group',
      match: { on: 'decorator', name: ['Controller'], receiver: common },
      prefix: ['argument 0 . path', 'argument 0'],
      versions: ['argument 0 . version'],
    },
    {
      id: 'version',
      emit: 'group',
      match: { on: 'decorator', name: ['Version'], receiver: common },
      prefix: [],
      versions: ['argument 0'],
    },
    {
      id: 'module',
      emit: 'mount',
      match: { on: 'decorator', name: ['Module'], receiver: common },
      prefix: [],
      target: 'argument 0 . controllers',
      on: 'decorated',
    },
    {
      id: 'module-tree',
      emit: 'mount',
      match: { on: 'call', name: ['register', 'forRoutes'], receiver: ['core.RouterModule'] },
      prefix: [],
      target: 'argument 0',
      tree: { path: 'path', target: 'module', below: 'children' },
    },
    {
      id: 'guard',
      emit: 'guard',
      match: { on: 'decorator', name: ['UseGuards'], receiver: common },
    },
    {
      id: 'static',
      emit: 'static',
      match: { on: 'call', name: ['useStaticAssets'], receiver: apps, receiverName: '^app$' },
      path: ['argument 1 . prefix'],
      serves: 'folder',
      of: ['argument 0 . root', 'argument 0'],
    },
    {
      id: 'static-use',
      emit: 'static',
      match: { on: 'call', name: ['use'], receiver: apps, receiverName: '^app$' },
      path: ['argument 0'],
      server: ['express.static()', 'serve-static()'],
      serves: 'folder',
      of: ['argument 0'],
    },
    {
      id: 'static-module',
      emit: 'static',
      match: { on: 'call', name: ['forRoot'], receiver: ['serve-static.ServeStaticModule'] },
      path: ['argument 0 . serveRoot'],
      serves: 'folder',
      of: ['argument 0 . rootPath'],
    },
    {
      id: 'global-prefix',
      emit: 'base',
      match: {
        on: 'call',
        name: ['setGlobalPrefix'],
        receiver: apps,
        receiverName: '^app$',
      },
      prefix: ['argument 0'],
      except: 'argument 1 . exclude',
    },
  ],
}
