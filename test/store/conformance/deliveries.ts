import { expect, test } from '@jest/globals'
import { eachTest, type MakeDatabase } from '../databases.js'
import { review } from '../shop-jobs.js'

export function acceptsDeliveries(make: MakeDatabase): void {
  const world = eachTest(make)
  const delivery = {
    id: 'd-1',
    event: 'pull_request',
    payload: '{"action":"opened","title":"caf\\u0000é 🛒"}',
  }

  test('once: a redelivery is a duplicate and causes nothing', async () => {
    const { store } = world()
    expect(await store.deliveries.accept(delivery, [review('orders#7', 'a1')])).toBe('accepted')
    expect(await store.deliveries.accept(delivery, [review('orders#8', 'b1')])).toBe('duplicate')
    expect(await store.jobs.counts()).toMatchObject({ queued: 1 })
    expect(await store.deliveries.payload('d-1')).toBe(delivery.payload)
  })

  test('once, also when twenty copies arrive at two processes at once', async () => {
    const { store, another } = world()
    const other = await another()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        (n % 2 ? store : other).deliveries.accept(delivery, [{ ...review('orders#7', 'a1'), key: null }]),
      ),
    )
    expect(answers.filter((answer) => answer === 'accepted')).toHaveLength(1)
    expect(await store.jobs.counts()).toMatchObject({ queued: 1 })
  })

  test('whole or not at all: a job that cannot be written leaves no delivery behind', async () => {
    const { store } = world()
    const unwritable = { ...review('orders#8', 'b1'), payload: 1n }
    await expect(store.deliveries.accept(delivery, [review('orders#7', 'a1'), unwritable])).rejects.toThrow()
    expect(await store.jobs.counts()).toMatchObject({ queued: 0 })
    expect(await store.deliveries.accept(delivery, [review('orders#7', 'a1')])).toBe('accepted')
  })

  test('about the same pull requests in any order without a deadlock', async () => {
    const { store, another } = world()
    const other = await another()
    const pulls = ['orders#7', 'web#2', 'billing#9', 'notifications#1']
    const accept = (n: number) => {
      const jobs = pulls.map((pull) => review(pull, `h${n}`))
      return (n % 2 ? store : other).deliveries.accept(
        { ...delivery, id: `d-${n}` },
        n % 3 ? jobs : jobs.toReversed(),
      )
    }
    const answers = await Promise.all(Array.from({ length: 24 }, (_, n) => accept(n)))
    expect(answers).toEqual(answers.map(() => 'accepted'))
    expect(await store.jobs.counts()).toMatchObject({ queued: 4 })
  })

  test('and forgets old payloads, never that they came', async () => {
    const { store, clock } = world()
    await store.deliveries.accept(delivery, [])
    clock.pass(1_000)
    await store.deliveries.accept({ ...delivery, id: 'd-2' }, [])
    expect(await store.deliveries.forgetPayloads(new Date(clock.now()))).toBe(1)
    expect(await store.deliveries.payload('d-1')).toBeNull()
    expect(await store.deliveries.payload('d-2')).toBe(delivery.payload)
    expect(await store.deliveries.accept(delivery, [review('orders#7', 'a1')])).toBe('duplicate')
    expect(await store.deliveries.forgetPayloads(new Date(clock.now()))).toBe(0)
  })
}
