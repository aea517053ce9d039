import type { Framework } from '../domain/framework.js'

const attributes = { on: 'decorator', name: ['Route'], receiver: [''] } as const

/** Symfony: routes as attributes or annotations of controllers, below what their class says; roles that guard them. */
export const symfony: Framework = {
  id: 'symfony',
  languages: ['php'],
  imports: [
    'Symfony\\Component\\Routing\\Attribute\\Route',
    'Symfony\\Component\\Routing\\Annotation\\Route',
    'Sensio\\Bundle\\FrameworkExtraBundle\\Configuration\\*',
    'Symfony\\Component\\Security\\Http\\Attribute\\IsGranted',
    'Symfony\\Component\\HttpKernel\\Attribute\\*',
    'Symfony\\Component\\HttpFoundation\\*',
  ],
  gate: ['Symfony\\Component\\', 'Sensio\\Bundle\\'],
  handlers: { bodyDecorators: ['MapRequestPayload'] },
  rules: [
    {
      id: 'route',
      emit: 'route',
      match: attributes,
      method: { from: ['keyword methods'], default: 'ANY' },
      path: ['keyword path', 'argument 0'],
      handler: 'decorated',
      invoked: '__invoke',
    },
    {
      id: 'controller',
      emit: 'group',
      match: attributes,
      prefix: ['keyword path', 'argument 0'],
    },
    {
      id: 'guard',
      emit: 'guard',
      match: { on: 'decorator', name: ['IsGranted', 'Security'], receiver: [''] },
    },
    {
      id: 'json',
      emit: 'answer',
      match: { on: 'call', name: ['json'], minArguments: 1 },
      body: 'argument 0',
    },
    {
      id: 'answer',
      emit: 'answer',
      match: { on: 'call', name: ['JsonResponse'], receiver: [''], minArguments: 1 },
      body: 'argument 0',
    },
  ],
}
