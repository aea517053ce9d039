import { expect, test } from '@jest/globals'
import { outlined } from '../outlined.js'

test('imports have the alias, or the name that the path suggests', () => {
  const { imports } = outlined(
    'main.go',
    `package main
import "fmt"
import (
  "net/http"
  log "github.com/sirupsen/logrus"
  "github.com/go-chi/chi/v5"
  "gopkg.in/yaml.v3"
  "github.com/segmentio/kafka-go"
  . "shop/orders"
  _ "github.com/lib/pq"
)
`,
  )
  expect(imports).toEqual([
    '2 fmt {* as fmt}',
    '4 net/http {* as http}',
    '5 github.com/sirupsen/logrus {* as log}',
    '6 github.com/go-chi/chi/v5 {* as chi}',
    '7 gopkg.in/yaml.v3 {* as yaml}',
    '8 github.com/segmentio/kafka-go {* as kafka}',
    '9 shop/orders {*}',
    '10 github.com/lib/pq {}',
  ])
})

test('exports are the capitalised names at the top of the file', () => {
  const { exports } = outlined(
    'orders.go',
    `package orders
const BasePath = "/orders"
var client, Default = 1, 2
type Order struct { Items []struct{ Price int } }
type hidden struct{}
func New() *Order { Inner := 1; return nil }
func (o *Order) Total() int { return 0 }
`,
  )
  expect(exports).toEqual(['Order', 'New', 'BasePath', 'Default'].map((name) => `${name} as ${name}`))
})
