import type { Framework, FrameworkRule, ViewAnswer } from '../domain/framework.js'

const modules = ['rest_framework', 'rest_framework.routers']
const nestedModules = ['rest_framework_nested', 'rest_framework_nested.routers']
const routers = [
  ...[...modules, ...nestedModules].flatMap((each) => [`${each}.DefaultRouter()`, `${each}.SimpleRouter()`]),
  ...nestedModules.flatMap((each) => [`${each}.NestedDefaultRouter()`, `${each}.NestedSimpleRouter()`]),
]

const list: ViewAnswer = { method: 'GET', path: '' }
const create: ViewAnswer = { method: 'POST', path: '' }
const own = {
  get: { method: 'GET', path: '' },
  put: { method: 'PUT', path: '' },
  patch: { method: 'PATCH', path: '' },
  remove: { method: 'DELETE', path: '' },
} as const
const item = {
  get: { method: 'GET', path: '{}' },
  put: { method: 'PUT', path: '{}' },
  patch: { method: 'PATCH', path: '{}' },
  remove: { method: 'DELETE', path: '{}' },
} as const

/** Methods of a class that answer the request of the same name. */
const verbs = [
  { name: 'get', ...own.get },
  { name: 'post', ...create },
  { name: 'put', ...own.put },
  { name: 'patch', ...own.patch },
  { name: 'delete', ...own.remove },
] as const

/** Methods of a view set, each for a request to the collection or to one item. */
const actions = [
  { name: 'list', ...list },
  { name: 'create', ...create },
  { name: 'retrieve', ...item.get },
  { name: 'update', ...item.put },
  { name: 'partial_update', ...item.patch },
  { name: 'destroy', ...item.remove },
] as const

const full = 'RetrieveUpdateDestroyAPIView'
const edit = [item.put, item.patch]

const djangoViews: readonly FrameworkRule[] = [
  view('view', ['View', 'APIView', 'GenericAPIView', 'RedirectView'], []),
  view('page', ['ListView', 'DetailView', 'TemplateView', 'ArchiveIndexView'], [list]),
  view('form', ['FormView', 'CreateView', 'UpdateView', 'DeleteView'], [list, create]),
  view('list', ['ListAPIView', 'ListCreateAPIView'], [list]),
  view('create', ['CreateAPIView', 'ListCreateAPIView'], [create]),
  view('retrieve', ['RetrieveAPIView', 'RetrieveUpdateAPIView', 'RetrieveDestroyAPIView', full], [own.get]),
  view('update', ['UpdateAPIView', 'RetrieveUpdateAPIView', full], [own.put, own.patch]),
  view('destroy', ['DestroyAPIView', 'RetrieveDestroyAPIView', full], [own.remove]),
  viewSet('view-set', ['ViewSet', 'GenericViewSet'], []),
  viewSet('model', ['ModelViewSet'], [list, create, item.get, ...edit, item.remove]),
  viewSet('read-only', ['ReadOnlyModelViewSet'], [list, item.get]),
  viewSet('list-mixin', ['ListModelMixin'], [list]),
  viewSet('create-mixin', ['CreateModelMixin'], [create]),
  viewSet('retrieve-mixin', ['RetrieveModelMixin'], [item.get]),
  viewSet('update-mixin', ['UpdateModelMixin'], edit),
  viewSet('destroy-mixin', ['DestroyModelMixin'], [item.remove]),
  {
    id: 'action',
    emit: 'view',
    match: { on: 'decorator', name: ['action'], receiver: ['rest_framework'] },
    method: { from: ['keyword methods'], default: 'GET' },
    path: ['keyword url_path'],
    ofItem: 'keyword detail',
  },
  {
    id: 'methods',
    emit: 'view',
    match: {
      on: 'decorator',
      name: ['api_view', 'require_http_methods'],
      receiver: ['django', 'rest_framework'],
    },
    method: { from: ['argument 0'], default: 'GET' },
  },
  {
    id: 'get',
    emit: 'view',
    match: { on: 'decorator', name: ['require_GET', 'require_safe'], receiver: ['django'] },
    method: { fixed: 'GET' },
  },
  {
    id: 'post',
    emit: 'view',
    match: { on: 'decorator', name: ['require_POST'], receiver: ['django'] },
    method: { fixed: 'POST' },
  },
]

/** Django and its REST framework: paths in `urls.py`, methods where the views are. */
export const django: Framework = {
  id: 'django',
  languages: ['python'],
  imports: [
    'django',
    'django.*',
    'rest_framework',
    'rest_framework.*',
    'rest_framework_nested',
    'rest_framework_nested.*',
  ],
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
      id: 'nested',
      emit: 'group',
      root: true,
      match: {
        on: 'call',
        name: ['NestedDefaultRouter', 'NestedSimpleRouter'],
        receiver: nestedModules,
        minArguments: 2,
      },
      prefix: ['argument 1'],
      ofItem: true,
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

function view(id: string, name: readonly string[], answers: readonly ViewAnswer[]): FrameworkRule {
  return { id, emit: 'view', match: { on: 'class', name }, answers, members: verbs }
}

function viewSet(id: string, name: readonly string[], answers: readonly ViewAnswer[]): FrameworkRule {
  return { id, emit: 'view', match: { on: 'class', name }, answers, members: actions }
}
