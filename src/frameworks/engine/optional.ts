/** As many ways of leaving parts out as one path has. */
const maxPaths = 8

/**
 * A path with and without its parts in parentheses: `/report(/:section)` is `/report` and `/report/:section`. A format at the
 * end, `(.:format)`, is always left out.
 */
export function withoutParentheses(path: string): readonly string[] {
  let paths: readonly string[] = [path.replaceAll(/\(\.:?\w+\)/g, '')]
  for (let depth = 0; depth < maxPaths && paths.some((each) => innermost.test(each)); depth++)
    paths = paths.flatMap((each) => eitherWay(each)).slice(0, maxPaths)
  return [...new Set(paths)]
}

const innermost = /\(([^()]*)\)/

function eitherWay(path: string): readonly string[] {
  const found = innermost.exec(path)
  if (!found) return [path]
  const before = path.slice(0, found.index)
  const after = path.slice(found.index + found[0].length)
  return [`${before}${after}`, `${before}${found[1]}${after}`]
}

/** The same of segments that end with a question mark: `/orders/?:page?` is `/orders` and `/orders/:page`. */
export function withoutQuestioned(path: string): readonly string[] {
  const bare = path.replaceAll('/?', '/').replaceAll(/\.:?\w+\?/g, '')
  const optional = /\/:\w+\?$/.exec(bare)
  return optional ? [bare.slice(0, optional.index), bare.slice(0, -1)] : [bare]
}

/** `/orders/{page?}` and `/orders`: the last parameter may be left out. */
export function withoutLastParameter(path: string): readonly string[] {
  const [, before, name] = /^(.*)\/\{([^{}?/]*)\?\}$/.exec(path) ?? []
  return before === undefined ? [path] : [before, `${before}/{${name}}`]
}
