import type { Order } from '../api/orders.js'
import { formatDate } from '../format/date.js'
import { StatusBadge } from './StatusBadge.js'

/** A customer's orders, newest first. */
export function OrderList({ orders }: { orders: Order[] }) {
  if (orders.length === 0) return <p>Nothing ordered yet.</p>
  return (
    <ul className="order-list">
      {orders.map((order) => (
        <li key={order.id}>
          <a href={`/account/orders/${order.id}`}>{order.number}</a> <StatusBadge status={order.status} />
          <span>{formatDate(order.placedAt)}</span>
        </li>
      ))}
    </ul>
  )
}
