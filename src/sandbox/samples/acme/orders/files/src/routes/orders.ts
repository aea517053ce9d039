import { Router } from 'express'
import { mayBecome, type OrderStatus } from '../order.js'
import type { OrderStore } from '../order-store.js'
import { presentOrder } from '../present-order.js'
import { readNewOrder } from '../read-new-order.js'
import { requireCaller } from '../require-caller.js'

/** The routes of openapi.yaml. */
export function orderRoutes(store: OrderStore): Router {
  const router = Router()

  router.get('/orders', requireCaller, async (req, res) => {
    const { customer, status } = req.query
    if (typeof customer !== 'string') {
      res.status(422).json({ error: 'Whose orders?' })
      return
    }
    const orders = await store.ofCustomer(customer, status as OrderStatus | undefined)
    res.json({ orders: orders.map(presentOrder) })
  })

  router.post('/orders', requireCaller, async (req, res) => {
    const wanted = readNewOrder(req.body)
    if (typeof wanted === 'string') {
      res.status(422).json({ error: wanted })
      return
    }
    const order = await store.add(wanted)
    res.status(201).json(presentOrder(order))
  })

  router.get('/orders/:id', requireCaller, async (req, res) => {
    const order = await store.find(req.params.id)
    if (!order) {
      res.status(404).json({ error: 'There is no such order.' })
      return
    }
    res.json(presentOrder(order))
  })

  router.patch('/orders/:id', requireCaller, async (req, res) => {
    const order = await store.find(req.params.id)
    if (!order) {
      res.status(404).json({ error: 'There is no such order.' })
      return
    }
    if (!mayBecome(order.status, req.body.status)) {
      res.status(409).json({ error: `It is ${order.status} and cannot become ${req.body.status}.` })
      return
    }
    res.json(presentOrder(await store.setStatus(order.id, req.body.status)))
  })

  // Deprecated since 2.2: PATCH /orders/:id does the same.
  router.post('/orders/:id/cancel', requireCaller, async (req, res) => {
    const order = await store.find(req.params.id)
    if (!order) {
      res.status(404).json({ error: 'There is no such order.' })
      return
    }
    if (!mayBecome(order.status, 'cancelled')) {
      res.status(409).json({ error: `It is ${order.status} and cannot be cancelled.` })
      return
    }
    res.json(presentOrder(await store.setStatus(order.id, 'cancelled')))
  })

  return router
}
