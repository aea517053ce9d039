import { expect, test } from '@jest/globals'
import type { Coverage, Finding } from '../../src/domain/finding.js'
import { conclude } from '../../src/report/index.js'
import { opinion } from './scenario.js'

const whole: Coverage = { changed: 2, inspected: 2, skipped: [], repositories: [], problems: [] }
const part: Coverage = { ...whole, inspected: 1, skipped: [{ path: 'a.rb', reason: 'not read' }] }
const unfetched: Coverage = { ...whole, problems: [{ problem: 'acme/web could not be fetched' }] }
const unrelated: Coverage = { ...whole, problems: [{ problem: 'unexpected token', path: 'vendor/old.js' }] }

const proved: Finding = { ...opinion, status: 'proved', level: 'block' }
const inferred: Finding = { ...opinion, status: 'corroborated', level: 'warn' }

test.each<[readonly Finding[], Coverage, 'neutral' | 'failure' | 'success', string]>([
  [[], whole, 'neutral', 'success'],
  [[inferred, opinion], whole, 'neutral', 'success'],
  [[proved], whole, 'neutral', 'failure'],
  [[proved], part, 'success', 'failure'],
  [[], part, 'neutral', 'neutral'],
  [[], part, 'failure', 'failure'],
  [[], part, 'success', 'success'],
  [[], unfetched, 'neutral', 'neutral'],
  [[], unrelated, 'neutral', 'success'],
  [[{ ...opinion, level: 'block' }], whole, 'neutral', 'success'],
])('%#: concludes %s', (findings, coverage, policy, wanted) => {
  expect(conclude(findings, coverage, policy)).toBe(wanted)
})
