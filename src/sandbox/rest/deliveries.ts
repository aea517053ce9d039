import { z } from 'zod'
import { notFound } from '../http/refusal.js'
import { type Call, get, numberParam, post, type Route } from '../http/route.js'
import type { Shape } from '../shapes/repository.js'
import type { Delivery, Webhooks } from '../webhooks.js'

/** The log of webhook deliveries, newest first, and asking for one again. */
export function deliveryRoutes(webhooks: Webhooks): readonly Route[] {
  return [
    get('/app/hook/config', 'app', () => ({
      body: { content_type: 'json', insecure_ssl: '0', secret: '********' },
    })),
    get('/app/hook/deliveries', 'app', (call) => ({ list: listed(webhooks, call.query).map(shape) })),
    get('/app/hook/deliveries/{id}', 'app', (call) => {
      const found = deliveryOf(call, webhooks)
      return { body: { ...shape(found), request: { headers: {}, payload: JSON.parse(found.payload) } } }
    }),
    post('/app/hook/deliveries/{id}/attempts', 'app', z.unknown(), (call) => {
      webhooks.redeliver(deliveryOf(call, webhooks))
      return { status: 202, body: {} }
    }),
  ]
}

function listed(webhooks: Webhooks, query: URLSearchParams): Delivery[] {
  const wanted = query.get('status')
  const isGood = (each: Delivery): boolean => each.status >= 200 && each.status < 300
  const rows = webhooks.log.filter((each) => wanted === null || isGood(each) === (wanted === 'success'))
  return rows.reverse()
}

function deliveryOf(call: Call, webhooks: Webhooks): Delivery {
  const found = webhooks.log.find((each) => each.id === numberParam(call, 'id'))
  if (!found) throw notFound()
  return found
}

function shape(delivery: Delivery): Shape {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.at,
    redelivery: delivery.redelivery,
    duration: 0.1,
    status:
      delivery.status === 0
        ? 'failed to connect to host'
        : delivery.status < 300
          ? 'OK'
          : 'Invalid HTTP Response',
    status_code: delivery.status,
    event: delivery.event,
    action: delivery.action,
    installation_id: null,
    repository_id: delivery.repository,
    throttled_at: null,
  }
}
