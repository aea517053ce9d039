import type { Request } from 'express'

/** Whose pages these are: the gateway has checked the session and names the customer. */
export function customerOf(request: Request): string {
  const customer = request.header('x-customer')
  if (!customer) throw new Error('The gateway did not say who is asking.')
  return customer
}
