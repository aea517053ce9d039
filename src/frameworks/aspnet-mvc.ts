import type { Framework } from '../domain/framework.js'

const results = ['Ok', 'Json', 'JsonResult', 'OkObjectResult']

/** Controllers of ASP.NET Core (and of ASP.NET before it): attribute routing, areas, and routes by convention. */
export const aspnetMvc: Framework = {
  id: 'aspnet-mvc',
  languages: ['csharp'],
  gate: ['Controller', '[Http', 'MapRoute'],
  handlers: {
    returns: true,
    bodyDecorators: ['FromBody'],
    modelNames: '(?:Dto|DTO|Request|Command|Model|Input|Payload|Body)$',
  },
  rules: [
    {
      id: 'action',
      emit: 'actions',
      match: { on: 'decorator', name: ['Route', 'HttpGet'] },
      ending: 'Controller',
      bases: 'Controller(?:Base)?$',
      marks: ['ApiController', 'Controller'],
      except: ['NonController', 'NonAction'],
      unpatterned: ['ApiController'],
      templates: ['Route', 'RoutePrefix'],
      methods: {
        names: ['HttpGet', 'HttpPost', 'HttpPut', 'HttpDelete', 'HttpPatch', 'HttpHead', 'HttpOptions'],
        fit: '^Http(\\w+)$',
      },
      listed: { names: ['AcceptVerbs'], template: 'Route' },
      area: ['Area', 'RouteArea'],
      named: ['ActionName'],
      dropped: 'Async',
      guards:
        'Auth|Anonymous|Permission|Polic(?:y|ies)|Roles?(?:$|[A-Z])|Scopes?(?:$|[A-Z])|Claims?(?:$|[A-Z])|Guard|Filter|ApiKey|Anti[Ff]orgery|RequireHttps|RateLimit',
    },
    {
      id: 'route',
      emit: 'pattern',
      match: { on: 'call', name: ['MapControllerRoute', 'MapRoute'], maxArguments: 5 },
      pattern: ['keyword pattern', 'keyword template', 'keyword url', 'argument 1'],
      defaults: ['keyword defaults', 'argument 2'],
    },
    {
      id: 'area-route',
      emit: 'pattern',
      match: { on: 'call', name: ['MapAreaControllerRoute', 'MapAreaRoute'] },
      pattern: ['keyword pattern', 'keyword template', 'argument 2'],
      area: ['keyword areaName', 'argument 1'],
      defaults: ['keyword defaults', 'argument 3'],
    },
    {
      id: 'default-route',
      emit: 'pattern',
      match: { on: 'call', name: ['MapDefaultControllerRoute', 'UseMvcWithDefaultRoute'] },
      fixed: '{controller=Home}/{action=Index}/{id?}',
    },
    {
      id: 'answer',
      emit: 'answer',
      match: { on: 'call', name: results, receiver: ['', 'this'], minArguments: 1 },
      body: 'argument 0',
    },
    {
      id: 'created',
      emit: 'answer',
      match: { on: 'call', name: ['Created', 'Accepted'], receiver: ['', 'this'], minArguments: 2 },
      body: 'argument 1',
    },
    {
      id: 'created-at',
      emit: 'answer',
      match: {
        on: 'call',
        name: ['CreatedAtAction', 'CreatedAtRoute', 'AcceptedAtAction'],
        receiver: ['', 'this'],
        minArguments: 2,
      },
      body: 'argument -1',
    },
  ],
}
