/** An order as the shop knows it. All money is in cents of its currency. */
export type Order = {
  readonly id: string
  readonly number: string
  readonly status: OrderStatus
  readonly customer: Customer
  readonly currency: string
  readonly lines: readonly OrderLine[]
  readonly placedAt: Date
}

export type OrderStatus = 'placed' | 'paid' | 'shipped' | 'cancelled'

export type Customer = { readonly id: string; readonly email: string }

export type OrderLine = { readonly sku: string; readonly quantity: number; readonly price: number }

export type NewOrder = Pick<Order, 'customer' | 'currency' | 'lines'>

/** What the customer pays. */
export function totalOf(order: Pick<Order, 'lines'>): number {
  return order.lines.reduce((sum, line) => sum + line.quantity * line.price, 0)
}

/** Where an order may go from where it is: nothing comes back from a parcel that has left. */
const next: Record<OrderStatus, readonly OrderStatus[]> = {
  placed: ['paid', 'cancelled'],
  paid: ['shipped', 'cancelled'],
  shipped: [],
  cancelled: [],
}

export function mayBecome(from: OrderStatus, to: OrderStatus): boolean {
  return next[from].includes(to)
}
