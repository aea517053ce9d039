/** A description of the orders service in which one schema is asked for or answered. */
export function ordersWith(side: 'request' | 'response', schema: unknown): string {
  const content = { 'application/json': { schema } }
  const post =
    side === 'request'
      ? { requestBody: { required: true, content }, responses: { '201': { description: 'created' } } }
      : { responses: { '201': { description: 'created', content } } }
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'orders', version: '1' },
    paths: { '/orders': { post } },
  })
}

export function files(text: string, path = 'openapi.yaml'): ReadonlyMap<string, string> {
  return new Map([[path, text]])
}
