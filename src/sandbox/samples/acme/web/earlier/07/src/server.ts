import express from 'express'
import { customerOf } from './session.js'
import { renderOrderPage } from './pages/order-page.js'
import { renderOrdersPage } from './pages/orders-page.js'

const app = express()

app.get('/account/orders', async (req, res) => {
  res.send(await renderOrdersPage(customerOf(req)))
})

app.get('/account/orders/:id', async (req, res) => {
  res.send(await renderOrderPage(req.params.id))
})

app.listen(Number(process.env.PORT ?? 4000))
