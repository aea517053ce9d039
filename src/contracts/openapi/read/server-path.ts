import { asList, asObject, asText, type Json, type JsonObject } from '../../shared/json.js'

/**
 * The path of the first server, without a slash at its end: `https://api.shop.example/v1/` gives `/v1`. It is put before
 * every path of the description, because that is what stands on the wire: calls are joined with routes by the end of
 * their path, so a caller that keeps `/v1` in its base URL still matches. The operation's own servers come before its
 * path's, and those before the document's. Variables stand for their default. Swagger 2 says `basePath`.
 */
export function serverPath(root: JsonObject, item: JsonObject, operation: JsonObject): string {
  const basePath = asText(root['basePath'])
  if ('swagger' in root) return trimmed(basePath ?? '')
  const [server] =
    [operation, item, root].map((each) => asList(each['servers'])).find((list) => list.length > 0) ?? []
  const node = asObject(server)
  return node ? trimmed(pathOf(filled(asText(node['url']) ?? '', asObject(node['variables']) ?? {}))) : ''
}

function filled(url: string, variables: JsonObject): string {
  return url.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    const fallback: Json | undefined = asObject(variables[name])?.['default']
    return fallback === undefined ? whole : String(fallback)
  })
}

function pathOf(url: string): string {
  return url.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '')
}

function trimmed(path: string): string {
  const bare = path.replace(/\/+$/, '')
  return bare === '' || bare.startsWith('/') ? bare : `/${bare}`
}
