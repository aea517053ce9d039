import { renderToString } from 'react-dom/server'
import { fetchOrder } from '../api/orders.js'
import { OrderLines } from '../components/OrderLines.js'
import { OrderSummary } from '../components/OrderSummary.js'

/** The page of one order, as HTML. */
export async function renderOrderPage(id: string): Promise<string> {
  const order = await fetchOrder(id)
  return renderToString(
    <main>
      <OrderSummary order={order} />
      <OrderLines lines={order.lines} currency={order.currency} />
      {order.status === 'placed' && (
        <form method="post" action={`/account/orders/${order.id}/cancel`}>
          <button type="submit">Cancel this order</button>
        </form>
      )}
    </main>,
  )
}
