import { describe, expect, test } from '@jest/globals'
import { typeName } from '../../src/frameworks/engine/type-text.js'

describe('the type inside what is written', () => {
  test.each([
    ['Order', { name: 'Order', list: false }],
    ['Promise<Order>', { name: 'Order', list: false }],
    ['Promise<Order[]>', { name: 'Order', list: true }],
    ['ReadonlyArray<Order>', { name: 'Order', list: true }],
    ['Order | null', { name: 'Order', list: false }],
    ['Promise<Order[] | null>', { name: 'Order', list: true }],
    ['undefined | Readonly<Order>[]', { name: 'Order', list: true }],
    ['Ref<Order | undefined>', { name: 'Order', list: false, held: 'value' }],
    ['list[Order]', { name: 'Order', list: true }],
    ['Optional["Order"]', { name: 'Order', list: false }],
    ['[]*models.Order', { name: 'models.Order', list: true }],
    ['*Order', { name: 'Order', list: false }],
    ['Page<Order>', { name: 'Page', list: false }],
    ['Order | Invoice', null],
    ['string', null],
    ['Record<string, Order>', null],
    ['{ total: number }', null],
    ['', null],
  ])('%s', (text, type) => {
    expect(typeName(text)).toEqual(type)
  })
})
