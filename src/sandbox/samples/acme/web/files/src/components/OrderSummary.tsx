import type { Order } from '../api/orders.js'
import { formatDate } from '../format/date.js'
import { formatMoney } from '../format/money.js'
import { StatusBadge } from './StatusBadge.js'

/** The head of an order: its number, its state and what it costs. */
export function OrderSummary({ order }: { order: Order }) {
  return (
    <section className="order-summary">
      <h1>
        Order {order.number} <StatusBadge status={order.status} />
      </h1>
      <dl>
        <dt>Placed</dt>
        <dd>{formatDate(order.placedAt)}</dd>
        <dt>Total</dt>
        <dd>{formatMoney(order.total, order.currency)}</dd>
      </dl>
    </section>
  )
}
