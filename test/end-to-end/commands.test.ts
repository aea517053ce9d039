import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type House, startHouse } from './support/house.js'
import { openPull, openShop } from './support/shop.js'
import { checksAt, reactionsTo, saidOn, standingOn } from './support/standing.js'

let house: House
let number = 0
beforeAll(async () => {
  house = await startHouse({ seed: openShop })
  number = (await openPull(house.sandbox, 'rename')).number
  await house.settled()
})
afterAll(() => house.stop())

async function say(by: string, body: string): Promise<number> {
  const comment = await house.sandbox.comment('orders', number, by, body)
  await house.settled()
  return comment
}

const startedAgain = () => house.sandbox.ledger.applied(/PATCH .*\/check-runs\//).length

describe('/recheck', () => {
  it('reviews again, and the same inputs give the same words on the same runs', async () => {
    const [before, patches] = [standingOn(house.sandbox, number), startedAgain()]
    const comment = await say('dana', 'Is it still so?\n\n/recheck')
    expect(startedAgain()).toBeGreaterThan(patches)
    expect(standingOn(house.sandbox, number)).toEqual(before)
    expect(reactionsTo(house.sandbox, comment)).toEqual(['eyes', 'rocket'])
  })

  it('asks for write permission of GitHub, and says so once', async () => {
    const patches = startedAgain()
    const [first, again] = [await say('rene', '/recheck'), await say('rene', '/recheck')]
    expect(startedAgain()).toBe(patches)
    expect([reactionsTo(house.sandbox, first), reactionsTo(house.sandbox, again)]).toEqual([
      ['confused'],
      ['confused'],
    ])
    const denials = saidOn(house.sandbox, number).filter((body) => body.includes('write access to this'))
    expect(denials).toHaveLength(1)
  })

  it('is not obeyed when it is quoted', async () => {
    const patches = startedAgain()
    await say('dana', '> /recheck\n\nDid that help?')
    expect(startedAgain()).toBe(patches)
  })
})

describe('/recheck help', () => {
  it('answers everybody who reads with one list', async () => {
    const before = saidOn(house.sandbox, number).length
    await say('rene', '/recheck help')
    const [help = '', ...more] = saidOn(house.sandbox, number).slice(before)
    expect(more).toEqual([])
    expect(help).toContain('| `/recheck` |')
    expect(help).toContain('| `/recheck help` |')
  })
})

it('leaves the checks as they were', () => {
  expect(checksAt(house.sandbox, house.sandbox.pull('orders', number).headSha)).toEqual([
    'Interlock: failure',
    'Interlock AI review: neutral',
  ])
})
