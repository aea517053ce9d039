import { expect, test } from '@jest/globals'
import { outlined } from '../outlined.js'

test('classes have full names, and methods without parameters are members of them', () => {
  const { definitions, bindings, exports } = outlined(
    'client.rb',
    `module Shop
  class Client < Base
    include Auth, ::Shop::Retry
    URL = 'https://shop'.freeze
    def initialize(url) = @url = url
    def order(id, page: 1, **rest)
      connection.get("/orders/#{id}")
    end
    def connection
      @connection ||= Faraday.new(url: @url)
    end
    class << self
      def build = new(ENV['SHOP_URL'] || URL)
    end
  end
end
`,
  )
  expect(exports).toEqual(['Shop as Shop', 'Shop::Client as Shop::Client'])
  expect(definitions).toEqual([
    '1-16 class Shop {}',
    '2-15 class Shop::Client < Base, Auth, Shop::Retry {}',
    '5 method Shop::Client.initialize(url)',
    '6-8 method Shop::Client.order(id, page = 1, rest)',
    '9-11 method Shop::Client.connection()',
    '13 method Shop::Client.build()',
  ])
  expect(bindings).toEqual([
    '4 URL = `https://shop` in Shop::Client',
    '4 Shop::Client::URL = `https://shop`',
    '5 this.url = url in Shop::Client.initialize',
    '10 this.connection = new Faraday(url=this.url) in Shop::Client.connection',
    '13 this.build = new((ENV.SHOP_URL | URL)) in Shop::Client.build',
  ])
})

test('calls have blocks as their last arguments, symbols as texts, and hashes of other keys among the others', () => {
  const { calls } = outlined(
    'routes.rb',
    `get '/orders' => 'orders#index', as: :orders, :via => %i[get post]
scope(:admin) { |s| s.get :a }
mount Shop::Web => '/shop'
order&.save!
api = self.client.fetch("x-#{order[:id]}") { 1 }
puts '%s/%d' % [base, 1]
`,
  )
  expect(calls).toEqual([
    '1 get({/orders: `orders#index`}, as=`orders`, via=[`get`, `post`])',
    '2 scope(`admin`, ƒ function@2)',
    '2 s.get(`a`) in function@2',
    '3 mount({Shop::Web: `/shop`})',
    '4 order.save!()',
    '5 this.client.fetch(`x-<order.id>`, ƒ function@5)',
    '6 puts(format(`%s/%d`, base, 1))',
  ])
})

test('what a call gives to its block is bound to the parameter', () => {
  const { bindings, reads, returns } = outlined(
    'items.rb',
    `def totals(orders)
  %w[a b].each { |name| show(name) }
  Net::HTTP.start(host) { |http| http.get('/ready') }
  sum = <<~SQL
    select #{orders.size}
  SQL
  return sum if orders.empty?
  orders.map { |order| order['total'] }
end
`,
  )
  expect(bindings).toEqual([
    '2 name = (`a` | `b`) in function@2',
    '3 http = Net::HTTP.start(host, ƒ function@3) in function@3',
    '4 sum = `\n    select <orders.size>\n  ` in totals',
    '8 order of orders in function@8',
  ])
  expect(reads).toEqual(['5 read orders . size in totals', '8 read order . total in function@8'])
  expect(returns).toEqual([
    '2 show(name) in function@2',
    '3 http.get(`/ready`) in function@3',
    '7 sum in totals',
    '8 order.total in function@8',
    '8 orders.map(ƒ function@8) in totals',
  ])
})
