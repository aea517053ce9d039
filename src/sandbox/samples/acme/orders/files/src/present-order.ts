import { type Order, totalOf } from './order.js'

/** An order as it goes over the wire: see `Order` in openapi.yaml. */
export function presentOrder(order: Order) {
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    customer: order.customer,
    currency: order.currency,
    total: totalOf(order),
    lines: order.lines,
    placedAt: order.placedAt.toISOString(),
  }
}
