import type { Difference } from '../difference.js'
import { family } from '../rule.js'

const idea = {
  id: 'http.route-removed',
  level: 'breaking',
  why: 'Whoever still calls the route is answered with 404 or 405.',
  safeWhen: 'Nobody calls it any more, or it stays until every caller has moved on.',
} as const

function isPreview({ site }: Difference) {
  return site.old?.node['x-stability-level'] === 'alpha' || site.old?.node['x-stability-level'] === 'draft'
}

function isAnnounced({ site }: Difference) {
  return site.old?.node['deprecated'] === true
}

export const routeRemoved = [
  ...family({
    ...idea,
    about: 'operation',
    references: { operation: 'api-removed-without-deprecation' },
    when: (difference) => !isAnnounced(difference) && !isPreview(difference),
    text: () => 'the operation is removed',
  }),
  ...family({
    ...idea,
    about: 'path',
    references: { operation: 'api-path-removed-without-deprecation' },
    when: (difference) => !isAnnounced(difference) && !isPreview(difference),
    text: () => 'the path is removed with all its operations',
  }),
]

const announced = {
  id: 'http.deprecated-route-removed',
  level: 'risky',
  why: 'The removal was announced, but whoever still calls the route is answered with 404 or 405.',
  safeWhen: 'The time that was announced is over and nobody calls it any more.',
  when: isAnnounced,
  text: () => 'the deprecated operation is removed',
} as const

export const deprecatedRouteRemoved = [
  ...family({ ...announced, about: 'operation', references: { operation: 'api-removed-with-deprecation' } }),
  ...family({ ...announced, about: 'path', references: { operation: 'api-path-removed-with-deprecation' } }),
]
