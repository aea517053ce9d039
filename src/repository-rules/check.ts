import type { Problem } from '../domain/blob.js'
import type { LocatedFact } from '../domain/fact.js'
import { type ExtractFile, joinRepository } from '../facts/index.js'
import { languages } from '../languages/index.js'
import { type RulesTest, readRulesFile } from './read-file.js'
import { setOf } from './rules.js'

/** What came of the tests that stand in files of rules. */
export type CheckedRules = { readonly tests: number; readonly problems: readonly Problem[] }

/** Runs the tests in these files, given by path and text: a file that is wrong and a test that fails are problems. */
export async function checkRules(
  files: readonly (readonly [path: string, text: string])[],
  extract: ExtractFile,
): Promise<CheckedRules> {
  const problems: Problem[] = []
  let tests = 0
  for (const [path, text] of files) {
    const read = readRulesFile(path, text)
    if ('problems' in read) {
      problems.push(...read.problems)
      continue
    }
    for (const [at, test] of read.tests.entries()) {
      const found = await saidBy(test, (file, blob) => extract(file, blob, setOf([read.framework])))
      const problem = differenceOf(test.expect, found)
      tests += 1
      if (problem) problems.push({ problem: `tests.${at}: ${problem}`, path })
    }
  }
  return { tests, problems }
}

/** What the code says, as `expect` spells it, in the order of its lines. */
async function saidBy({ language, code }: RulesTest, extract: ExtractFile): Promise<readonly string[]> {
  const ending = languages.find(({ id }) => id === language)?.extensions[0] ?? ''
  const path = `example${ending}`
  const facts = await extract(path, { id: path, text: code })
  if ('problem' in facts) return [facts.problem]
  const joined = joinRepository({ repository: 'rules', commit: 'test' }, [{ path, blob: path, facts }])
  return joined.facts.filter(({ element }) => element !== '').map(spell)
}

function spell({ fact, element }: LocatedFact): string {
  return 'action' in fact ? `${fact.action} ${element}` : `${fact.kind} ${element}`
}

function differenceOf(expected: readonly string[], found: readonly string[]): string | null {
  const missing = expected.filter((each) => !found.includes(each))
  const unexpected = found.filter((each) => !expected.includes(each))
  const parts = [
    ...missing.map((each) => `it does not say \`${each}\``),
    ...unexpected.map((each) => `it says \`${each}\``),
  ]
  return parts.length ? parts.join('; ') : null
}
