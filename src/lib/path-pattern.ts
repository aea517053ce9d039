/**
 * Whether a pattern means a file, by GitHub's reading of gitignore's rules: case matters, `*` stays within a folder, a
 * slash at the start or in the middle anchors to the root, and a folder means everything below it, except that a
 * pattern ending in `/*` means only the files directly there. Takes time linear in pattern times path.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const anchored = pattern.slice(0, -1).includes('/')
  const segments = pattern.split('/').filter((segment) => segment !== '')
  const wanted = anchored ? segments : ['**', ...segments]
  const last = segments.at(-1) ?? ''
  const folder = pattern.endsWith('/')
  // A folder's pattern needs something below it; a name without wildcards may be a folder or a file.
  const below = folder || (!last.includes('*') && last !== '')
  return matchSegments(wanted, path.split('/'), below, folder)
}

/** One row per pattern segment: at which path segments the rest may begin. */
function matchSegments(
  pattern: readonly string[],
  path: readonly string[],
  below: boolean,
  deeper: boolean,
): boolean {
  let reached = new Set([0])
  for (const segment of pattern) {
    const next = new Set<number>()
    for (const at of reached) {
      if (segment === '**') for (let to = at; to <= path.length; to++) next.add(to)
      else if (at < path.length && matchesGlob(segment, path[at] ?? '')) next.add(at + 1)
    }
    reached = next
  }
  if (!deeper && reached.has(path.length)) return true
  return below && [...reached].some((at) => at > 0 && at < path.length)
}

/** `*` and `?` within one segment, by two pointers with one step back: never exponential. */
function matchesGlob(glob: string, text: string): boolean {
  let [at, to, star, mark] = [0, 0, -1, 0]
  while (to < text.length) {
    if (glob[at] === '*') [star, mark, at] = [at, to, at + 1]
    else if (at < glob.length && (glob[at] === '?' || glob[at] === text[to])) [at, to] = [at + 1, to + 1]
    else if (star >= 0) [at, mark, to] = [star + 1, mark + 1, mark + 1]
    else return false
  }
  return /^\**$/.test(glob.slice(at))
}
