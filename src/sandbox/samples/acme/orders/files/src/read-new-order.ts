import type { NewOrder, OrderLine } from './order.js'

/** What a request orders, or what is wrong with it in one sentence. */
export function readNewOrder(body: unknown): NewOrder | string {
  const { customer, currency, lines } = Object(body)
  if (typeof customer?.id !== 'string' || typeof customer?.email !== 'string') return 'Who orders?'
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return 'In which currency?'
  if (!Array.isArray(lines) || lines.length === 0) return 'Nothing was ordered.'
  if (!lines.every(isLine)) return 'Every line needs a sku, a quantity and a price in cents.'
  return { customer: { id: customer.id, email: customer.email }, currency, lines }
}

function isLine(line: unknown): line is OrderLine {
  const { sku, quantity, price } = Object(line)
  return typeof sku === 'string' && Number.isInteger(quantity) && quantity > 0 && Number.isInteger(price)
}
