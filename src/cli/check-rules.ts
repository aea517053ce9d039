import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createExtraction } from '../extraction/index.js'
import { UserError } from '../lib/errors.js'
import { checkRules, rulesFolder } from '../repository-rules/index.js'
import type { Terminal } from './verb.js'

/** Runs the tests in the rules of a work tree, or of a folder of rules: each problem a line, and 1 when there is any. */
export async function runCheck(folder: string, { out }: Terminal): Promise<number> {
  const files = rulesIn(join(folder, rulesFolder)) ?? rulesIn(folder)
  if (!files?.length)
    throw new UserError(
      'bad-usage',
      `There are no rules (\`*.yml\`) in \`${folder}\`, nor in its \`${rulesFolder}\`.`,
    )
  const { tests, problems } = await checkRules(files, createExtraction())
  for (const { path = '', line = 1, problem } of problems) out(`${path}:${line} ${problem}\n`)
  if (problems.length) return 1
  out(`${files.length} files, ${tests} tests: all hold\n`)
  return 0
}

function rulesIn(folder: string): readonly (readonly [string, string])[] | null {
  try {
    const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name))
    return names.sort().map((name) => [join(folder, name), readFileSync(join(folder, name), 'utf8')] as const)
  } catch {
    return null // No such folder: the other one may be meant.
  }
}
