import type { Framework } from '../domain/framework.js'
import { djangoViews } from './django-views.js'

const routers = ['rest_framework.DefaultRouter()', 'rest_framework.SimpleRouter()']

/** Django and its REST framework: paths in `urls.py`, methods where the views are. */
export const django: Framework = {
  id: 'django',
  languages: ['python'],
  imports: ['django', 'django.*', 'rest_framework', 'rest_framework.*'],
  gate: ['django', 'rest_framework', 'urlpatterns'],
  handlers: { request: [{ parameter: 0, member: 'data' }] },
  rules: [
    {
      id: 'path',
      emit: 'listed',
      match: { on: 'call', name: ['path'], receiver: ['django'] },
      path: ['argument 0', 'keyword route'],
      target: ['argument 1', 'keyword view'],
      include: 'include',
      made: 'as_view',
      list: 'urlpatterns',
    },
    {
      id: 're-path',
      emit: 'listed',
      match: { on: 'call', name: ['re_path', 'url'], receiver: ['django'] },
      path: ['argument 0', 'keyword route'],
      pattern: true,
      target: ['argument 1', 'keyword view'],
      include: 'include',
      made: 'as_view',
      list: 'urlpatterns',
    },
    {
      id: 'register',
      emit: 'mount',
      match: {
        on: 'call',
        name: ['register'],
        receiver: routers,
        minArguments: 2,
      },
      prefix: ['argument 0'],
      target: 'argument 1',
      replaces: true,
    },
    {
      id: 'register-by-keyword',
      emit: 'mount',
      match: { on: 'call', name: ['register'], receiver: routers, maxArguments: 1 },
      prefix: ['argument 0', 'keyword prefix'],
      target: 'keyword viewset',
      replaces: true,
    },
    ...djangoViews,
    {
      id: 'answer',
      emit: 'answer',
      match: { on: 'call', name: ['JsonResponse', 'Response'], receiver: ['django', 'rest_framework'] },
      body: 'argument 0',
    },
  ],
}
