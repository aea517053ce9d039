import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { catalog } from '../catalog.js'
import { compareDocuments, diffRows } from '../contracts/index.js'
import type { ContractKind } from '../domain/change.js'
import { codeOf, UserError } from '../lib/errors.js'
import { renderDiff } from '../report/index.js'
import { format, type Verb } from './verb.js'

/** Compares two documents, or two folders of them, without any repository. */
export const diffVerb: Verb = {
  name: 'diff',
  usage: 'KIND OLD NEW [--format text|json]',
  summary: 'how a contract changed between two files or folders',
  options: { format: { type: 'string' } },
  takesArguments: true,
  run: async (given, terminal) => {
    const shape = format(given, ['text', 'json'])
    const [id, old, now, ...more] = given.arguments
    if (!id || !old || !now || more.length > 0) {
      throw new UserError('bad-usage', 'Give a kind, the old and the new. Usage: interlock diff KIND OLD NEW')
    }
    const kind = kindNamed(id)
    const comparison = compareDocuments(kind, ...sidesOf(kind, old, now))
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

type Texts = ReadonlyMap<string, string>

/** Both sides, when something on them can be compared: a comparison of nothing would be green and mean nothing. */
function sidesOf(kind: ContractKind, old: string, now: string): readonly [Texts, Texts] {
  const sides = [textsAt(old), textsAt(now)] as const
  const holds = (texts: Texts) => [...texts].some(([path, text]) => kind.isDocument(path, text))
  const bare = [old, now].find((given, side) => {
    const own = sides[side]?.get(given)
    // An empty file is a document that is not there, as in `git difftool`.
    return own !== undefined && own.trim() !== '' && !holds(new Map([[given, own]]))
  })
  if (bare === undefined && sides.some(holds)) return sides
  const words = bare ? `\`${bare}\` is no` : `Neither \`${old}\` nor \`${now}\` holds any`
  throw new UserError('not-a-document', `${words} ${kind.title} document (.yaml, .yml or .json).`)
}

/** The texts of a folder by their path in it, or of one file by its name. */
function textsAt(given: string): Texts {
  try {
    if (!statSync(given).isDirectory()) return new Map([[given, readFileSync(given, 'utf8')]])
    const paths = readdirSync(given, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/i.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
    return new Map(
      paths.map((path) => [relative(given, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
    )
  } catch (error) {
    const words =
      codeOf(error) === 'ENOENT' ? 'There is no file or folder' : 'This file or folder cannot be read:'
    throw new UserError('no-such-file', `${words} \`${given}\`.`, { cause: error })
  }
}
