import { expect, test } from '@jest/globals'
import { causeOf } from '../../src/report/cause.js'
import { modified } from './scenario.js'

const files = [modified('openapi.yaml', ' 40', '-41', '+41', ' 42', '+50', '-90')]
const at = (line: number) => ({ path: 'openapi.yaml', line })

test.each([
  ['the line at the head', { old: at(41), new: at(41), taken: false }, 'RIGHT 41 true'],
  ['the removed line of what is gone', { old: at(41), new: at(40), taken: true }, 'LEFT 41 true'],
  ['the removed line when nothing is left', { old: at(41), new: null, taken: false }, 'LEFT 41 true'],
  [
    'the added line when the old one is untouched',
    { old: at(42), new: at(41), taken: true },
    'RIGHT 41 true',
  ],
  [
    'the nearest changed line of an untouched declaration',
    { old: at(46), new: at(46), taken: false },
    'RIGHT 50 true',
  ],
  [
    'the nearest removed line of an untouched declaration',
    { old: at(80), new: at(80), taken: true },
    'LEFT 90 true',
  ],
  [
    'the declaration itself when nothing near it changed',
    { old: null, new: at(200), taken: false },
    'RIGHT 200 false',
  ],
  [
    'a file that is not part of the change',
    { old: null, new: { path: 'a.yaml', line: 1 }, taken: false },
    'RIGHT 1 false',
  ],
])('the cause is %s', (_, sides, wanted) => {
  const cause = causeOf(sides, files)
  expect(cause && `${cause.side} ${cause.line} ${cause.changed}`).toBe(wanted)
})

test('a change without a line has no cause', () => {
  expect(causeOf({ old: null, new: null, taken: false }, files)).toBeNull()
})
