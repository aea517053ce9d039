import { matchesPath } from '../lib/path-pattern.js'

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
  return rules.findLast((rule) => matchesPath(rule.pattern, path))?.owners ?? []
}

/** The words of a line; `\ ` is a space within a word, and `#` starts a comment. */
function wordsOf(line: string): readonly string[] {
  const words = line.match(/(?:\\.|[^\s\\])+/g) ?? []
  const comment = words.findIndex((word) => word.startsWith('#'))
  return (comment === -1 ? words : words.slice(0, comment)).map((word) => word.replace(/\\(.)/g, '$1'))
}
