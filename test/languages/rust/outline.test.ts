import { describe, expect, test } from '@jest/globals'
import { outlined, outlineOf } from '../outlined.js'

function outline(body: string) {
  return outlined('orders.rs', `fn run() {\n${body}\n}`)
}

function assigned(expression: string): string | undefined {
  const found = outline(`let x = ${expression};`).bindings.find((line) => /^\d+ x = /.test(line))
  return found?.replace(/^\d+ x = (.*) in run$/, '$1')
}

describe('values', () => {
  test.each([
    ['format!("{base}/orders/{}", order.id)', '`<base>/orders/<order.id>`'],
    ['format!("{{{id}}}")', '`{<id>}`'],
    ['base + "/orders"', '`<base>/orders`'],
    ['r#"{"total": 1}"#', '`{"total": 1}`'],
    ['concat!("/api", "/orders")', '`/api/orders`'],
    ['&order', 'order'],
    ['load(id).await?', 'load(id)'],
    ['Some(Ok(order))', 'order'],
    ['Arc::new(order)', 'order'],
    ['payload.0.total', 'payload.total'],
    ['rows[0].total', 'rows . [] . total'],
    ['client.get::<Order>(url)', 'client.get<Order>(url)'],
    ['axum::Router::<State>::new()', 'axum.Router.new()'],
    ['Order { id, net: Money { cents: 2 } }', '({id: id, net: ({cents: 2} as Money)} as Order)'],
    ['json!({ "total": order.total, "items": [1] })', '{total: order.total, items: [1]}'],
    ['vec![order.id, next(id)]', '[order.id, next(id)]'],
    ['if paid { a } else { b }', '(a | b)'],
  ])('of %s', (written, value) => {
    expect(assigned(written)).toBe(value)
  })
})

describe('names', () => {
  test('of modules, used and written out', () => {
    const { imports } = outlineOf(
      'src/main.rs',
      `use std::env; use axum::{self, routing::{get as read}, Router}; mod orders; use crate::shop::*;
       fn run() { env::var("A"); crate::shop::carts::list(); let r: reports::daily::Report = orders::all(); }`,
    )
    const spelt = imports.flatMap(({ module, names }) =>
      names.map(({ imported, local }) => `${module} ${imported} ${local}`),
    )
    expect(spelt).toEqual([
      'std::env * env',
      'axum * axum',
      'axum::routing get read',
      'axum Router Router',
      'self::orders * orders',
      'crate::shop * *',
      'crate::shop::carts * crate::shop::carts',
      'reports::daily Report Report',
    ])
  })

  test('of fields and types, with what serde is told of them', () => {
    const [order] = outlineOf(
      'order.rs',
      '#[serde(rename_all = "camelCase")]\nstruct Order<\'a> { #[serde(rename = "net")] total: Option<Box<f64>>, lines: Vec<&\'a shop::Line>, }',
    ).definitions
    expect(order?.fields.map(({ name, type, optional, tag }) => [name, type, optional, tag])).toEqual([
      ['total', 'f64', true, '#![serde(rename_all = "camelCase")] #[serde(rename = "net")]'],
      ['lines', 'shop.Line[]', false, '#![serde(rename_all = "camelCase")]'],
    ])
  })
})

describe('functions', () => {
  test('know their owner, their parameters and what they give', () => {
    const { definitions, returns } = outlineOf(
      'order.rs',
      'impl Shop for Orders { fn total(&self, Json(new): Json<NewOrder>) -> Result<Order, E> { Self::sum(&self.lines) } }',
    )
    expect(definitions[0]).toMatchObject({ name: 'total', owner: 'Orders', returnType: 'Order' })
    expect(definitions[0]?.parameters.map(({ name, type }) => [name, type])).toEqual([
      ['new', 'Json<NewOrder>'],
    ])
    expect(returns.map(({ scope }) => scope)).toEqual([0])
  })

  test('of tests are left out', () => {
    const { definitions, calls } = outlineOf(
      'order.rs',
      '#[cfg(test)]\nmod tests { fn a() { b(); } }\n#[tokio::test]\nasync fn c() { d(); }\n#[cfg(not(test))]\nfn e() { f(); }',
    )
    expect(definitions.map(({ name }) => name)).toEqual(['e'])
    expect(calls.map(({ callee }) => callee)).toEqual(['f'])
  })
})
