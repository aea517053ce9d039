import { renderToString } from 'react-dom/server'
import { fetchOrdersOf } from '../api/orders.js'
import { OrderList } from '../components/OrderList.js'

/** Everything that a customer ordered, as HTML. */
export async function renderOrdersPage(customer: string): Promise<string> {
  const orders = await fetchOrdersOf(customer)
  return renderToString(
    <main>
      <h1>Your orders</h1>
      <OrderList orders={orders} />
    </main>,
  )
}
