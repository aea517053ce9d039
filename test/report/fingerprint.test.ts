import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { findingsOf, fingerprint } from '../../src/report/index.js'
import { inputOf } from './scenario.js'

const consumer = fc.record({ repository: fc.string(), path: fc.string(), element: fc.string() })
const meaning = fc.record({
  rule: fc.string(),
  kind: fc.string(),
  element: fc.string(),
  consumers: fc.array(consumer),
})

test('a fingerprint does not depend on the order or the repetition of consumers', () => {
  fc.assert(
    fc.property(meaning, (each) => {
      const twice = [...each.consumers, ...each.consumers].reverse()
      expect(fingerprint({ ...each, consumers: twice })).toBe(fingerprint(each))
      expect(fingerprint(each)).toMatch(/^[0-9a-f]{10}$/)
    }),
  )
})

test('a fingerprint differs where the meaning does', () => {
  fc.assert(
    fc.property(meaning, meaning, (one, other) => {
      fc.pre(one.rule !== other.rule || one.kind !== other.kind || one.element !== other.element)
      expect(fingerprint(one)).not.toBe(fingerprint(other))
    }),
  )
})

test('lines that move and words that change keep the identity of a finding', async () => {
  const input = await inputOf()
  const ids = async (by: number, text: string) => {
    const impacts = input.impacts.map(({ impact, rollout }) => ({
      rollout,
      impact: {
        change: { ...impact.change, text, old: { path: 'openapi.yaml', line: 41 + by } },
        dependents: impact.dependents.map((each) => ({
          ...each,
          fact: { ...each.fact, fact: { ...each.fact.fact, line: each.fact.fact.line + by } },
        })),
      },
    }))
    return (await findingsOf({ ...input, impacts }, async () => text)).map((each) => each.id)
  }
  expect(await ids(0, 'before')).toEqual(await ids(7, 'after'))
})
