import { describe, expect, test } from '@jest/globals'
import { outlined } from '../outlined.js'

describe('imports', () => {
  test('of every ESM spelling tell the imported and the local name', () => {
    const { imports } = outlined(
      'orders.ts',
      `import express, { Router, type Request as Req } from 'express'
import * as http from "node:http"
import type { Order } from './order'
import './tracing'
import { "order-total" as total } from './totals.js'
import legacy = require('legacy')
`,
    )
    expect(imports).toEqual([
      '1 express {default as express, Router, Request as Req}',
      '2 node:http {* as http}',
      '3 ./order {Order}',
      '4 ./tracing {}',
      '5 ./totals.js {order-total as total}',
      '6 legacy {* as legacy}',
    ])
  })

  test('by require and import() tell the names that they are put into', () => {
    const { imports } = outlined(
      'orders.js',
      `const express = require('express')
const { Router, json: parse } = require('express')
const axios = require('axios').default
require('dotenv').config()
const app = require('express')()
async function start() {
  const { total } = await import('./totals.js')
  return import(\`./locale\`)
}
const dynamic = require(name)
`,
    )
    expect(imports).toEqual([
      '1 express {* as express}',
      '2 express {Router, json as parse}',
      '3 axios {default as axios}',
      '4 dotenv {}',
      '5 express {}',
      '7 ./totals.js {total}',
      '8 ./locale {}',
    ])
  })
})

describe('exports', () => {
  test('of every ESM spelling tell the local name, or the module that is passed on', () => {
    const { exports, bindings } = outlined(
      'index.ts',
      `export { total as sum, tax } from './totals'
export * from './orders'
export * as billing from './billing'
export const base = '/api', { port, host: name } = settings
export function list() {}
export class Orders {}
export interface Order {}
export type Id = string
export enum State { Paid }
const local = 1
export { local, local as other }
`,
    )
    expect(exports).toEqual([
      'total as sum from ./totals',
      'tax as tax from ./totals',
      '* as * from ./orders',
      '* as billing from ./billing',
      'base as base',
      'port as port',
      'name as name',
      'list as list',
      'Orders as Orders',
      'Order as Order',
      'Id as Id',
      'State as State',
      'local as local',
      'local as other',
    ])
    expect(bindings).toContain('4 base = `/api`')
  })

  test('by default are known as default, under a local name where they have one', () => {
    expect(outlined('a.ts', 'export default function list() {}').exports).toEqual(['list as default'])
    expect(outlined('a.ts', 'export default class {}').exports).toEqual(['default as default'])
    expect(outlined('a.ts', 'const app = make()\nexport default app').exports).toEqual(['app as default'])
    const { exports, bindings, definitions } = outlined('a.ts', 'export default async (req: Req) => req.body')
    expect(exports).toEqual(['default as default'])
    expect(bindings).toEqual(['1 default = ƒ default'])
    expect(definitions).toEqual(['1 function default(req: Req)'])
    expect(outlined('a.ts', 'export = app').exports).toEqual(['app as default'])
  })

  test('of CommonJS are those of the object or the members', () => {
    const { exports, definitions, bindings } = outlined(
      'orders.js',
      `exports.base = '/orders'
module.exports.get = async (id) => id
module.exports = { list, total: sum, find(id) { return id } }
`,
    )
    expect(exports).toEqual([
      'base as base',
      'get as get',
      'default as default',
      'list as list',
      'sum as total',
      'find as find',
    ])
    expect(definitions).toEqual(['2 function get(id)', '3 method default.find(id)'])
    expect(bindings.slice(0, 2)).toEqual(['1 base = `/orders`', '2 get = ƒ get'])
    expect(outlined('a.js', 'const router = express.Router()\nmodule.exports = router').exports).toEqual([
      'router as default',
    ])
  })
})
