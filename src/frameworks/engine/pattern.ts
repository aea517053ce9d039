/**
 * The path that a regular expression of a route stands for, its groups being parameters: `^orders/(?P<id>\d+)/$` is
 * `orders/{}/`. What is written outside of groups stands as it is.
 */
export function pathOfPattern(pattern: string): string {
  let path = ''
  for (let at = 0; at < pattern.length; at += 1) {
    if (pattern[at] === '(') {
      at = endOfGroup(pattern, at)
      path += '{}'
    } else path += pattern[at]
  }
  return path
    .replace(/^\^|\$$/g, '')
    .replace(/\{\}[?*+]/g, '{}')
    .replace(/\\([^\w])/g, '$1')
    .replace(/\/\?$/, '/')
}

function endOfGroup(pattern: string, start: number): number {
  let depth = 0
  for (let at = start; at < pattern.length; at += 1) {
    if (pattern[at] === '\\') at += 1
    else if (pattern[at] === '(') depth += 1
    else if (pattern[at] === ')') depth -= 1
    if (depth === 0) return at
  }
  return pattern.length
}
