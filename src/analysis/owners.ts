/** Where GitHub looks for CODEOWNERS; the first that exists counts. */
export const ownersFiles: readonly string[] = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']

export type OwnerRule = { readonly pattern: string; readonly owners: readonly string[] }

/**
 * The rules of a CODEOWNERS file in their order. Lines that GitHub ignores are left out: comments, negations, character
 * ranges, and those that name an owner that is neither `@user`, `@organisation/team` nor an address.
 */
export function parseOwners(text: string): readonly OwnerRule[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [pattern, ...owners] = wordsOf(line)
    if (pattern === undefined || pattern.startsWith('!') || /[[\]]/.test(pattern)) return []
    return owners.every((owner) => /^@[\w.-]+(\/[\w.-]+)?$|^[^@\s]+@[^@\s]+$/.test(owner))
      ? [{ pattern, owners }]
      : []
  })
}

/** Who owns a path: the last rule that matches wins, also when it names nobody. */
export function ownersOf(rules: readonly OwnerRule[], path: string): readonly string[] {
  return rules.findLast((rule) => matchesOwnerPattern(rule.pattern, path))?.owners ?? []
}

/**
 * Whether a pattern means a file, by GitHub's reading of gitignore's rules: case matters, `*` stays within a folder, a
 * slash at the start or in the middle anchors to the root, and a folder means everything below it, except that a
 * pattern ending in `/*` means only the files directly there. Takes time linear in pattern times path.
 */
export function matchesOwnerPattern(pattern: string, path: string): boolean {
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

/** The words of a line; `\ ` is a space within a word, and `#` starts a comment. */
function wordsOf(line: string): readonly string[] {
  const words = line.match(/(?:\\.|[^\s\\])+/g) ?? []
  const comment = words.findIndex((word) => word.startsWith('#'))
  return (comment === -1 ? words : words.slice(0, comment)).map((word) => word.replace(/\\(.)/g, '$1'))
}
