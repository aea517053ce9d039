import type { Framework } from '../domain/framework.js'

const routers = [
  'WebApplication.CreateBuilder().Build()',
  'WebApplication.CreateSlimBuilder().Build()',
  'WebApplication.CreateEmptyBuilder().Build()',
  'WebApplication.Create()',
  'WebApplication()',
  'IEndpointRouteBuilder()',
  'RouteGroupBuilder()',
]

/** What people call a router whose type is not to be seen. */
const routerName =
  '(?:^|[._])(?:app|api|endpoints?|routes?|router|\\w*[gG]roup|\\w*[bB]uilder|web[aA]pp|v\\d+|e)$'

const router = { on: 'call', receiver: routers, receiverName: routerName } as const
const path = ['argument 0', 'keyword pattern']

/** Minimal APIs of ASP.NET Core: endpoints on an application, on its groups, and in functions that are given either. */
export const aspnetMinimal: Framework = {
  id: 'aspnet-minimal',
  languages: ['csharp'],
  gate: ['.Map', 'IEndpointRouteBuilder', 'RouteGroupBuilder'],
  handlers: {
    returns: true,
    bodyDecorators: ['FromBody'],
    modelNames: '(?:Dto|DTO|Request|Command|Model|Input|Payload|Body)$',
  },
  rules: [
    {
      id: 'map',
      emit: 'route',
      match: {
        ...router,
        name: ['MapGet', 'MapPost', 'MapPut', 'MapDelete', 'MapPatch'],
      },
      method: { name: true, fit: '^Map(\\w+)$' },
      path,
      guards: ['following'],
      handler: 'last',
    },
    {
      id: 'map-methods',
      emit: 'route',
      match: { ...router, name: ['MapMethods'], minArguments: 2 },
      method: { from: ['argument 1', 'keyword httpMethods'], default: 'ANY' },
      path,
      guards: ['following'],
      handler: 'last',
    },
    {
      id: 'map-any',
      emit: 'route',
      match: { ...router, name: ['Map'], minArguments: 2, maxArguments: 2, lastArgument: 'function' },
      method: { fixed: 'ANY' },
      path,
      guards: ['following'],
      handler: 'last',
    },
    {
      id: 'health',
      emit: 'route',
      match: { ...router, name: ['MapHealthChecks'], minArguments: 1 },
      method: { fixed: 'ANY' },
      path,
      guards: ['following'],
      handler: 'keyword handler',
    },
    {
      id: 'answer',
      emit: 'answer',
      match: { on: 'call', name: ['Ok', 'Json'], receiver: ['Results', 'TypedResults'], minArguments: 1 },
      body: 'argument 0',
    },
    {
      id: 'created',
      emit: 'answer',
      match: {
        on: 'call',
        name: ['Created', 'Accepted'],
        receiver: ['Results', 'TypedResults'],
        minArguments: 2,
      },
      body: 'argument 1',
    },
    {
      id: 'group',
      emit: 'group',
      match: { ...router, name: ['MapGroup'] },
      prefix: ['argument 0', 'keyword prefix'],
    },
    {
      id: 'endpoints',
      emit: 'mount',
      match: { ...router, name: ['UseEndpoints'] },
      prefix: [],
      target: 'argument 0',
    },
    {
      id: 'guard',
      emit: 'guard',
      match: {
        ...router,
        name: [
          'RequireAuthorization',
          'AllowAnonymous',
          'AddEndpointFilter',
          'AddEndpointFilterFactory',
          'RequireRateLimiting',
          'RequireCors',
          'RequireHost',
        ],
      },
      anytime: true,
      itself: true,
    },
    {
      id: 'described',
      emit: 'group',
      match: {
        ...router,
        name: [
          'WithTags',
          'WithName',
          'WithGroupName',
          'WithOpenApi',
          'WithSummary',
          'WithDescription',
          'WithDisplayName',
          'WithMetadata',
          'WithApiVersionSet',
          'HasApiVersion',
          'MapToApiVersion',
          'Produces',
          'ProducesProblem',
          'ProducesValidationProblem',
          'Accepts',
          'ExcludeFromDescription',
          'DisableAntiforgery',
          'CacheOutput',
          'NewVersionedApi',
        ],
      },
      prefix: [],
    },
  ],
}
