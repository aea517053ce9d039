import type { Order } from '../api/orders.js'

const words: Record<Order['status'], string> = {
  placed: 'We have it',
  paid: 'Being packed',
  shipped: 'On its way',
  cancelled: 'Cancelled',
}

export function StatusBadge({ status }: { status: Order['status'] }) {
  return <span className={`badge badge-${status}`}>{words[status]}</span>
}
