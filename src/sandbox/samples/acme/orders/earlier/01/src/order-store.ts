import { randomUUID } from 'node:crypto'
import type { NewOrder, Order, OrderStatus } from './order.js'

/** Where orders are kept. */
export interface OrderStore {
  find(id: string): Promise<Order | null>
  add(order: NewOrder): Promise<Order>
  setStatus(id: string, status: OrderStatus): Promise<Order>
}

/** Orders that live as long as the process: for tests, and to try things out. */
export class MemoryOrderStore implements OrderStore {
  private readonly orders = new Map<string, Order>()

  async find(id: string): Promise<Order | null> {
    return this.orders.get(id) ?? null
  }

  async add(order: NewOrder): Promise<Order> {
    const number = `A-${1000 + this.orders.size + 1}`
    const placed: Order = { ...order, id: randomUUID(), number, status: 'placed', placedAt: new Date() }
    this.orders.set(placed.id, placed)
    return placed
  }

  async setStatus(id: string, status: OrderStatus): Promise<Order> {
    const order = this.orders.get(id)
    if (!order) throw new Error(`no order ${id}`)
    const changed = { ...order, status }
    this.orders.set(id, changed)
    return changed
  }
}
