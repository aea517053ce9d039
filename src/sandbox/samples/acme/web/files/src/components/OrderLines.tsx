import type { OrderLine } from '../api/orders.js'
import { formatMoney } from '../format/money.js'

/** What was ordered, a row each. */
export function OrderLines({ lines, currency }: { lines: OrderLine[]; currency: string }) {
  return (
    <table className="order-lines">
      <tbody>
        {lines.map((line) => (
          <tr key={line.sku}>
            <td>{line.sku}</td>
            <td>{line.quantity} ×</td>
            <td>{formatMoney(line.price, currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
