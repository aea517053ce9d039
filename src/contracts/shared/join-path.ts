/**
 * The path of a file named relative to another, inside the repository; null when it would leave the repository or is
 * not a relative path at all (a URL, an absolute path).
 */
export function joinPath(from: string, relative: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^[/\\]/i.test(relative)) return null
  const segments = from.split('/').slice(0, -1)
  for (const segment of relative.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(segment)
    else if (segments.pop() === undefined) return null
  }
  return segments.join('/')
}
