import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { answerElement, pathTemplate, requestElement, routeElement } from '../../src/domain/element.js'

describe('the template of a path', () => {
  test.each([
    ['/orders/:id', '/orders/{}'],
    ['/orders/{id}', '/orders/{}'],
    ['/orders/{id:[0-9]{2,4}}', '/orders/{}'],
    ['/orders/<int:id>/', '/orders/{}'],
    ['/orders/{}/items', '/orders/{}/items'],
    ['orders//:id?expand=items', '/orders/{}'],
    ['/orders/:id(\\d+)', '/orders/{}'],
    ['/orders/:id.json', '/orders/{}.json'],
    ['/files/*path', '/files/{*}'],
    ['/files/{path:path}', '/files/{*}'],
    ['/files/<path:name>', '/files/{*}'],
    ['', '/'],
    ['/', '/'],
  ])('of %s is %s', (path, template) => {
    expect(pathTemplate(path)).toBe(template)
  })

  test('is its own template', () => {
    const segment = fc.constantFrom(
      'orders',
      ':id',
      '{id}',
      '<int:id>',
      '*rest',
      '{}',
      '{*}',
      ':id.json',
      'v1',
      '',
    )
    fc.assert(
      fc.property(fc.array(segment), (segments) => {
        const template = pathTemplate(segments.join('/'))
        expect(pathTemplate(template)).toBe(template)
      }),
    )
  })
})

test('elements are one spelling for one part of a contract', () => {
  expect(routeElement('GET', '/orders/:id')).toBe('http GET /orders/{}')
  expect(answerElement('GET', '/orders/{id}', '200', 'items[].price')).toBe(
    'http GET /orders/{} response 200 items[].price',
  )
  expect(requestElement('POST', '/orders', 'customer.email')).toBe('http POST /orders request customer.email')
})
