import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { type NewOrder, type Order, type OrderLine, type OrderStatus, totalOf } from './order.js'
import type { OrderStore } from './order-store.js'

const columns = 'id, number, status, customer_id, customer_email, currency, placed_at'

type Row = {
  id: string
  number: string
  status: OrderStatus
  customer_id: string
  customer_email: string
  currency: string
  placed_at: Date
}

/** Orders in Postgres; see migrations/ for the tables. */
export class PostgresOrderStore implements OrderStore {
  constructor(private readonly pool: Pool) {}

  async find(id: string): Promise<Order | null> {
    const { rows } = await this.pool.query<Row>(`select ${columns} from orders where id = $1`, [id])
    return rows[0] ? this.withLines(rows[0]) : null
  }

  async ofCustomer(customer: string): Promise<Order[]> {
    const { rows } = await this.pool.query<Row>(
      `select ${columns} from orders
       where customer_id = $1
       order by placed_at desc`,
      [customer],
    )
    return Promise.all(rows.map((row) => this.withLines(row)))
  }

  async add(order: NewOrder): Promise<Order> {
    const id = randomUUID()
    await this.pool.query(
      `with placed as (
         insert into orders (id, number, status, customer_id, customer_email, currency, total_cents)
         values ($1, 'A-' || (1001 + (select count(*) from orders)), 'placed', $2, $3, $4, $5)
         returning id
       )
       insert into order_lines (order_id, position, sku, quantity, price_cents)
       select placed.id, line.position, line.sku, line.quantity, line.price
       from placed, jsonb_to_recordset($6) as line(position int, sku text, quantity int, price bigint)`,
      [id, order.customer.id, order.customer.email, order.currency, totalOf(order), numbered(order.lines)],
    )
    return this.get(id)
  }

  async setStatus(id: string, status: OrderStatus): Promise<Order> {
    await this.pool.query('update orders set status = $2 where id = $1', [id, status])
    return this.get(id)
  }

  private async get(id: string): Promise<Order> {
    const order = await this.find(id)
    if (!order) throw new Error(`no order ${id}`)
    return order
  }

  private async withLines(row: Row): Promise<Order> {
    const { rows } = await this.pool.query<OrderLine>(
      `select sku, quantity, price_cents::int as price from order_lines where order_id = $1 order by position`,
      [row.id],
    )
    return {
      id: row.id,
      number: row.number,
      status: row.status,
      customer: { id: row.customer_id, email: row.customer_email },
      currency: row.currency,
      lines: rows,
      placedAt: row.placed_at,
    }
  }
}

function numbered(lines: readonly OrderLine[]): string {
  return JSON.stringify(lines.map((line, position) => ({ ...line, position })))
}
