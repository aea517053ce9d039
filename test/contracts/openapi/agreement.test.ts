import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { compareDocuments, openapi } from '../../../src/contracts/index.js'
import { readFolder } from '../folder.js'

type Expected = { readonly id: string; readonly level: number }
type Pair = { readonly base: string; readonly revision: string; readonly changes: readonly Expected[] }

const corpus = fileURLToPath(new URL('../../../../shared/corpora/openapi', import.meta.url))
const isThere = existsSync(`${corpus}/expected.json`)

/**
 * Pairs on which we differ from the reference's recorded release and stand by it: its later releases changed their mind
 * the same way (first group), or it looks at less than a caller sees (second group).
 */
const differing = [
  /nullable_wrap|all_of_annotation_only|one_of_wrapped|nullable_to_array_31|added_with_default|inline-to-ref/,
  /nullable_type_array_param|additional_properties_traversal|list-of-types\/(?:edge-cases|no-type)-base/,
  /param-property-revision|list-to-single-base.yaml list-of-types\/body|common-params|api_security|openapi31-test1|^pattern-revision/,
]

const suite = isThere ? describe : describe.skip

suite(`agreement with the reference tool${isThere ? '' : ' (skipped: its corpus is not beside this repository)'}`, () => {
  const pairs: readonly Pair[] = isThere ? JSON.parse(readFileSync(`${corpus}/expected.json`, 'utf8')) : []
  const files = isThere ? readFolder(`${corpus}/data`) : new Map<string, string>()

  test('recall and precision do not fall, at the levels breaking and risky', () => {
    const scores = pairs.map((pair) => score(pair, files))

    expect(ratio(scores, 'missing')).toBeGreaterThanOrEqual(0.8)
    expect(ratio(scores, 'extra')).toBeGreaterThanOrEqual(0.92)
  })

  test('on every pair but the ones that are listed with a reason, both say the same', () => {
    const wrong = pairs.filter((pair) => {
      const { missing, extra } = score(pair, files)
      return missing + extra > 0 && !differing.some((each) => each.test(`${pair.base} ${pair.revision}`))
    })

    expect(wrong.map(({ base, revision }) => `${base} → ${revision}`)).toEqual([])
  })
})

type Score = { readonly agreed: number; readonly missing: number; readonly extra: number }

function score({ base, revision, changes }: Pair, files: ReadonlyMap<string, string>): Score {
  const side = (path: string) => new Map([[path, files.get(path) ?? '']])
  const comparison = compareDocuments(openapi, side(base), side(revision))
  const wanted = counted(changes.filter(({ level }) => level >= 2).map(({ id }) => id))
  const found = counted(
    comparison.changes
      .filter(({ rule }) => rule.level !== 'compatible')
      .flatMap(({ rule, elements }) => elements.map(() => rule.reference ?? rule.id)),
  )
  const ids = [...new Set([...wanted.keys(), ...found.keys()])]
  const sum = (of: (want: number, got: number) => number) =>
    ids.reduce((total, id) => total + of(wanted.get(id) ?? 0, found.get(id) ?? 0), 0)
  return {
    agreed: sum(Math.min),
    missing: sum((want, got) => Math.max(0, want - got)),
    extra: sum((want, got) => Math.max(0, got - want)),
  }
}

function ratio(scores: readonly Score[], against: 'missing' | 'extra'): number {
  const total = (key: keyof Score) => scores.reduce((sum, each) => sum + each[key], 0)
  return total('agreed') / (total('agreed') + total(against))
}

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
