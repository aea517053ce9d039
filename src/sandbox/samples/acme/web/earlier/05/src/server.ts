import express from 'express'
import { renderOrderPage } from './pages/order-page.js'

const app = express()

app.get('/account/orders/:id', async (req, res) => {
  res.send(await renderOrderPage(req.params.id))
})

app.listen(Number(process.env.PORT ?? 4000))
