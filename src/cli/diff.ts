import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { catalog } from '../catalog.js'
import { compareDocuments, diffRows } from '../contracts/index.js'
import type { ContractKind } from '../domain/change.js'
import { UserError } from '../lib/errors.js'
import { renderDiff } from '../report/index.js'
import { format, type Verb } from './verb.js'

/** Compares two documents, or two folders of them, without any repository. */
export const diffVerb: Verb = {
  name: 'diff',
  usage: 'KIND OLD NEW [--format text|json]',
  summary: 'how a contract changed between two files or folders',
  options: { format: { type: 'string' } },
  run: async (given, terminal) => {
    const shape = format(given, ['text', 'json'])
    const [id, old, now, ...more] = given.arguments
    if (!id || !old || !now || more.length > 0) {
      throw new UserError('bad-usage', 'Give a kind, the old and the new. Usage: interlock diff KIND OLD NEW')
    }
    const kind = kindNamed(id)
    const comparison = compareDocuments(kind, documentsAt(old), documentsAt(now))
    const rows = diffRows(comparison)
    for (const { problem, path, line } of comparison.problems) {
      terminal.error(
        `interlock: ${[path, line].filter((each) => each !== undefined).join(':')}: ${problem}\n`,
      )
    }
    terminal.out(
      shape === 'json'
        ? `${JSON.stringify({ schema: 'interlock.diff/1', changes: rows }, null, 2)}\n`
        : renderDiff(rows, { color: terminal.interactive.out, width: terminal.width }),
    )
    // Like `git diff`: that two documents differ is not a failure of the comparison.
    return 0
  },
}

function kindNamed(id: string): ContractKind {
  const kind = documentKinds.find((each) => each.id === id)
  if (kind) return kind
  const known = documentKinds.map((each) => each.id).join(', ')
  throw new UserError('unknown-kind', `There is no kind \`${id}\` of documents: use ${known}.`)
}

/** Routes in code are compared by what a whole repository says, not by two files. */
const documentKinds = catalog.contracts.filter((each) => each.id !== 'http')

/** The documents of a folder by their path in it, or one file by its name. */
function documentsAt(given: string): ReadonlyMap<string, string> {
  const stat = statSync(given, { throwIfNoEntry: false })
  if (!stat) throw new UserError('no-such-file', `There is no file or folder \`${given}\`.`)
  if (stat.isFile()) return new Map([[given, readFileSync(given, 'utf8')]])
  const paths = readdirSync(given, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return new Map(
    paths.map((path) => [relative(given, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  )
}
