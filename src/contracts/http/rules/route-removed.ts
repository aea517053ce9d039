import type { Rule } from '../../../domain/change.js'

/** The same id as in descriptions, because it means the same to a caller. */
export const routeRemoved: Rule = {
  id: 'http.route-removed',
  reference: null,
  level: 'breaking',
  breaks: 'consumer',
  why: 'Whoever still calls the route is answered with 404 or 405.',
  safeWhen:
    'Nobody calls it any more, or the old route stays beside the new one until every caller has moved on.',
}
