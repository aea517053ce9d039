import type { Touch } from '../../domain/change.js'
import {
  answerElement,
  type Element,
  parameterElement,
  pathTemplate,
  requestElement,
  routeElement,
} from '../../domain/element.js'
import type { Difference } from './difference.js'

/** The element that a difference is about. */
export function elementOf({ spot, site, field }: Difference): Element {
  const { method, path } = site
  switch (spot) {
    case 'operation':
      return routeElement(method, path)
    case 'request-parameter':
    case 'request-parameter-property': {
      const parameter = site.parameter?.new ?? site.parameter?.old
      const name = `${parameter?.name ?? ''}${field === '' ? '' : ` ${field}`}`
      return parameterElement(method, path, parameter?.where ?? 'query', name)
    }
    case 'request-body':
    case 'request-property':
      return requestElement(method, path, field)
    case 'response-header':
      return answerElement(method, path, site.status ?? '*', `header ${site.header ?? ''}`)
    default:
      return answerElement(method, path, site.status ?? '*', field)
  }
}

/** What a consumer does to be affected by a difference; what concerns a whole answer concerns everyone who calls. */
export function touchOf(difference: Difference, affects: 'sent' | 'missing'): Touch {
  const { spot, site, field } = difference
  const { method } = site
  const path = pathTemplate(site.path)
  if (spot === 'response-property' || (spot === 'response-body' && field !== ''))
    return { type: 'answer', method, path, status: site.status ?? '*', field }
  if ((spot === 'request-property' || spot === 'request-body') && field !== '')
    return { type: 'request', method, path, field, affects }
  const parameter = site.parameter?.new ?? site.parameter?.old
  if (parameter)
    return { type: 'parameter', method, path, where: parameter.where, name: parameter.name, affects }
  return { type: 'route', method, path }
}

/** Where it is, as the beginning of a sentence: `GET /orders/{id}, answer 200, \`total\``. */
export function placeOf({ spot, site, field }: Difference): string {
  const parameter = site.parameter?.old ?? site.parameter?.new
  const part = spot.startsWith('request-parameter')
    ? `${parameter?.where} parameter \`${parameter?.name}\``
    : spot.startsWith('response')
      ? `answer ${site.status}${site.header === undefined ? '' : `, header \`${site.header}\``}`
      : spot.startsWith('request')
        ? 'request body'
        : ''
  return [`${site.method} ${site.path}`, part, field === '' ? '' : `\`${field}\``]
    .filter((each) => each !== '')
    .join(', ')
}
