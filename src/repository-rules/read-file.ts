import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import type { Problem } from '../domain/blob.js'
import type { Framework } from '../domain/framework.js'
import { messageOf } from '../lib/errors.js'
import { form } from './form.js'
import { isInherited } from './place-form.js'

/** A file of rules, or every reason why it is none. */
export type RulesFile =
  | { readonly framework: Framework; readonly tests: readonly RulesTest[] }
  | { readonly problems: readonly Problem[] }

export type RulesTest = NonNullable<z.infer<typeof form>['tests']>[number]

/** More than these of one file help nobody. */
const mostProblems = 10

/** What a file of rules says. Never throws: what is wrong with it is told at its line, and a file with a mistake gives no rule. */
export function readRulesFile(path: string, text: string): RulesFile {
  try {
    const lines = new LineCounter()
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'error',
    })
    const problems = [...brokenAt(document), ...forbidden(document)]
    if (problems.length) return wrong(path, lines, problems)
    const read = form.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {})
    if (read.success) return rulesOf(read.data)
    const issues = read.error.issues.map((issue) => ({
      problem: `${issue.path.join('.') || 'the file'}: ${issue.message}`,
      offset: offsetOf(document, issue.path, issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined),
    }))
    return wrong(path, lines, issues)
  } catch (error) {
    return { problems: [{ problem: `not read: ${messageOf(error)}`, path }] }
  }
}

function rulesOf({ tests = [], ...framework }: z.infer<typeof form>): RulesFile {
  // The one cast at this door: the form is a part of what a framework can be.
  return { framework: framework as Framework, tests }
}

/** Where something is wrong, by the place of its first character. */
type Mistake = { readonly problem: string; readonly offset: number }

function wrong(path: string, lines: LineCounter, mistakes: readonly Mistake[]): RulesFile {
  const problems = mistakes
    .slice(0, mostProblems)
    .map(({ problem, offset }) => ({ problem, path, line: Math.max(lines.linePos(offset).line, 1) }))
  return { problems }
}

function brokenAt({ errors }: Document.Parsed): readonly Mistake[] {
  return errors
    .slice(0, mostProblems)
    .map(({ message, pos }) => ({ problem: message.split('\n', 1)[0] ?? '', offset: pos[0] }))
}

/** Keys that are said twice or mean something to every object, and references: told once, and in time that grows with the text. */
function forbidden(document: Document.Parsed): readonly Mistake[] {
  const found: Mistake[] = []
  visit(document, {
    Alias: (_, { range }) => {
      found.push({ problem: 'references (`*`) are not read: write it out', offset: range?.[0] ?? 0 })
    },
    Map: (_, map) => {
      const seen = new Set<string>()
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : ''
        const offset = (isScalar(key) && key.range?.[0]) || 0
        if (seen.has(name)) found.push({ problem: `\`${name.slice(0, 60)}\` is said twice`, offset })
        if (isInherited(name)) found.push({ problem: `\`${name}\` cannot be a name`, offset })
        seen.add(name)
      }
    },
  })
  return found
}

/** Of the last part of the path that is written. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[], unknown?: string): number {
  let node: unknown = document.contents
  let offset = 0
  for (const part of [...path, ...(unknown === undefined ? [] : [unknown])]) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === part)
      if (!pair) return offset
      offset = (isScalar(pair.key) && pair.key.range?.[0]) || offset
      node = pair.value
    } else if (isSeq(node) && typeof part === 'number') {
      node = node.items[part]
      offset = rangeStart(node) ?? offset
    } else return offset
  }
  return offset
}

function rangeStart(node: unknown): number | undefined {
  return isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[0] : undefined
}
