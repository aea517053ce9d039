/** The orders service, as these pages use it. */

const ordersUrl = process.env.ORDERS_URL ?? 'http://localhost:4001'
const headers = { 'content-type': 'application/json' }

export type OrderLine = { sku: string; quantity: number; price: number }

export type Order = {
  id: string
  number: string
  status: 'placed' | 'paid' | 'shipped' | 'cancelled'
  currency: string
  total: number
  lines: OrderLine[]
  placedAt: string
}

export class OrdersError extends Error {
  constructor(readonly status: number) {
    super(`orders answered ${status}`)
  }
}

export async function fetchOrder(id: string): Promise<Order> {
  const response = await fetch(`${ordersUrl}/orders/${id}`, { headers })
  if (!response.ok) throw new OrdersError(response.status)
  return (await response.json()) as Order
}

export async function fetchOrdersOf(customer: string): Promise<Order[]> {
  const response = await fetch(`${ordersUrl}/orders?customer=${encodeURIComponent(customer)}`, { headers })
  if (!response.ok) throw new OrdersError(response.status)
  const { orders } = (await response.json()) as { orders: Order[] }
  return orders
}

export async function cancelOrder(id: string): Promise<Order> {
  const response = await fetch(`${ordersUrl}/orders/${id}/cancel`, { method: 'POST', headers })
  if (!response.ok) throw new OrdersError(response.status)
  return (await response.json()) as Order
}
