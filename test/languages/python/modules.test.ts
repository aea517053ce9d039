import { describe, expect, test } from '@jest/globals'
import { outlined } from '../outlined.js'

describe('imports', () => {
  test('tell the module as written and the names taken from it', () => {
    const { imports } = outlined(
      'orders.py',
      `from __future__ import annotations
import os, httpx as http
import orders.client
from . import models
from ..shared.money import Money as M, total
from fastapi import *
try:
    import orjson as json
except ImportError:
    import json
`,
    )
    expect(imports).toEqual([
      '2 os {* as os}',
      '2 httpx {* as http}',
      '3 orders.client {* as orders.client}',
      '3 orders {* as orders}',
      '4 . {models}',
      '5 ..shared.money {Money as M, total}',
      '6 fastapi {*}',
      '8 orjson {* as json}',
      '10 json {* as json}',
    ])
  })
})

describe('exports', () => {
  const source = `from .models import Order
BASE, PORT = '/api', 80
def list_orders(): inner = 1
class Orders: pass
`

  test('are the names at the top of the file', () => {
    expect(outlined('orders.py', source).exports).toEqual([
      'list_orders as list_orders',
      'Orders as Orders',
      'BASE as BASE',
      'PORT as PORT',
    ])
  })

  test('are those that __all__ lists, wherever they come from', () => {
    expect(outlined('orders.py', `${source}__all__ = ['Order', 'BASE']`).exports).toEqual([
      'Order as Order from .models',
      'BASE as BASE',
    ])
  })

  test('of a package are also what it imports', () => {
    expect(outlined('shop/__init__.py', source).exports[0]).toBe('Order as Order from .models')
  })
})
