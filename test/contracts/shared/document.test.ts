import { describe, expect, test } from '@jest/globals'
import { documentReader } from '../../../src/contracts/shared/document.js'
import { joinPath } from '../../../src/contracts/shared/join-path.js'
import { asObject, type Json } from '../../../src/contracts/shared/json.js'

function read(text: string) {
  const reader = documentReader()
  const { root, problems } = reader.read('a.yaml', text)
  return { reader, root, problems, at: (value: Json | undefined) => asObject(value) ?? {} }
}

describe('a YAML text', () => {
  test('knows the line of every key, of every item, and of what a key holds', () => {
    const { reader, root, at } = read(
      '# orders\norders:\n  total:\n    type: integer\nlist:\n  - a\n\n  - b\n',
    )
    const orders = at(at(root)['orders'])

    expect(reader.lineOf(at(root), 'orders')?.line).toBe(2)
    expect(reader.lineOf(orders)?.line).toBe(2)
    expect(reader.lineOf(orders, 'total')).toEqual({ path: 'a.yaml', line: 3 })
    expect(reader.lineOf(at(orders['total']), 'type')?.line).toBe(4)
    expect(reader.lineOf(at(root)['list'] as object, '1')?.line).toBe(8)
    expect(reader.lineOf(orders, 'gone')).toBeNull()
  })

  test('keeps numbers as names where they are keys, and dates as texts', () => {
    expect(JSON.stringify(read("responses: { 200: ok, '404': none }\nsince: 2026-01-01\n").root)).toBe(
      '{"responses":{"200":"ok","404":"none"},"since":"2026-01-01"}',
    )
  })

  test('takes over what is merged, at the line where it was written', () => {
    const { reader, root, at } = read('base: &base\n  id: 1\n  note: a\norder:\n  <<: *base\n  note: b\n')
    const order = at(at(root)['order'])

    expect(JSON.stringify(order)).toBe('{"id":1,"note":"b"}')
    expect(reader.lineOf(order, 'id')?.line).toBe(2)
    expect(reader.lineOf(order, 'note')?.line).toBe(6)
  })

  test('says where it is wrong, and gives the rest', () => {
    const { root, problems } = read('a: 1\na: 2\nb: *gone\nc: "x\n')

    expect(asObject(root)?.['a']).toBe(2)
    expect(problems.map(({ line }) => line)).toEqual(expect.arrayContaining([2, 3]))
  })
})

describe('the path of another file', () => {
  test.each([
    ['api/openapi.yaml', './schemas/order.yaml', 'api/schemas/order.yaml'],
    ['api/v1/openapi.yaml', '../order.yaml', 'api/order.yaml'],
    ['openapi.yaml', 'order.yaml', 'order.yaml'],
    ['openapi.yaml', '../order.yaml', null],
    ['a/openapi.yaml', '../../etc/passwd', null],
    ['openapi.yaml', '/etc/passwd', null],
    ['openapi.yaml', 'https://shop.example/order.yaml', null],
    ['openapi.yaml', 'file:///etc/passwd', null],
    ['openapi.yaml', '\\\\host\\share', null],
  ])('from %s, %s is %s', (from, relative, path) => {
    expect(joinPath(from, relative)).toBe(path)
  })
})
