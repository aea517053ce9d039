import { describe } from '@jest/globals'
import { acceptsDeliveries } from './conformance/deliveries.js'
import { letsOnlyTheHolderSpeak } from './conformance/leases.js'
import { migrates } from './conformance/migrations.js'
import { behavesLikeTheModel } from './conformance/model.js'
import { ordersTheQueue } from './conformance/queue.js'
import { survivesKill } from './conformance/survival.js'
import { remembers } from './conformance/tables.js'
import type { MakeDatabase } from './databases.js'

/** Every promise of `src/store/store.ts`, held against one engine. */
export function conformance(engine: string, make: MakeDatabase): void {
  describe(`The store on ${engine}`, () => {
    describe('accepts deliveries', () => acceptsDeliveries(make))
    describe('orders the queue', () => ordersTheQueue(make))
    describe('lets only the holder of a lease speak', () => letsOnlyTheHolderSpeak(make))
    describe('behaves like its model', () => behavesLikeTheModel(make))
    describe('remembers', () => remembers(make))
    describe('migrates', () => migrates(make))
    describe('survives kill -9', () => survivesKill(make))
  })
}
