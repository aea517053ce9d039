import type { Framework } from '../domain/framework.js'

const muxes = ['http', 'http.NewServeMux()', 'http.ServeMux()']

/** Routes of Go's standard library; the method stands in the pattern since Go 1.22. */
export const netHttp: Framework = {
  id: 'net-http',
  languages: ['go'],
  imports: ['net/http'],
  handlers: { request: [{ parameter: 1, member: 'Body' }] },
  rules: [
    {
      id: 'route',
      emit: 'route',
      match: {
        on: 'call',
        name: ['HandleFunc', 'Handle'],
        receiver: muxes,
        receiverName: '^(?:mux|.*Mux)$',
        minArguments: 2,
        maxArguments: 2,
      },
      method: { fixed: 'ANY' },
      path: ['argument 0'],
      methodInPath: true,
      handler: 'last',
    },
    {
      id: 'mount',
      emit: 'mount',
      // `mux.Handle("/api/", http.StripPrefix("/api", api))`
      match: {
        on: 'call',
        name: ['Handle'],
        receiver: muxes,
        receiverName: '^(?:mux|.*Mux)$',
        minArguments: 2,
      },
      prefix: ['argument 1 argument 0'],
      target: 'argument 1 argument 1',
    },
    {
      id: 'static',
      emit: 'static',
      match: {
        on: 'call',
        name: ['Handle'],
        receiver: muxes,
        receiverName: '^(?:mux|.*Mux)$',
        minArguments: 2,
      },
      path: ['argument 0'],
      server: ['http.FileServer()', 'http.FileServerFS()'],
      serves: 'folder',
      of: ['argument 0'],
      strips: 'StripPrefix',
    },
    {
      id: 'answer',
      emit: 'answer',
      match: { on: 'call', name: ['Encode'] },
      body: 'argument 0',
      parameter: 0,
    },
  ],
}
