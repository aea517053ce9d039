import express, { type Express } from 'express'
import type { OrderStore } from './order-store.js'
import { orderRoutes } from './routes/orders.js'

/** The service without a port: what tests talk to. */
export function createApp(store: OrderStore): Express {
  const app = express()
  app.use(express.json())
  app.get('/healthz', (_req, res) => {
    res.json({ ok: true })
  })
  app.use(orderRoutes(store))
  return app
}
