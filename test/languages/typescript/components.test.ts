import { describe, expect, test } from '@jest/globals'
import { outlined } from '../outlined.js'

describe('components', () => {
  test('of Vue are outlined by their scripts, with the lines of the file', () => {
    const { imports, calls, bindings, problems } = outlined(
      'OrderCard.vue',
      `<template>
  <p>{{ order.total }} isn't code</p>
</template>
<!-- <script>fetch('/old')</script> -->
<script lang="ts">
export const base: string = '/api'
</script>
<script setup lang="ts" generic="T extends Map<string, Order>">
import { ref } from 'vue'
const order = ref<Order>()
</script>
<style>p { color: red }</style>
`,
    )
    expect(imports).toEqual(['9 vue {ref}'])
    expect(calls).toEqual(['10 ref<Order>()'])
    expect(bindings).toEqual(['6 base: string = `/api`', '10 order = ref<Order>()'])
    expect(problems).toEqual([])
  })

  test('of Svelte are outlined likewise, and an end that is missing is the end of the file', () => {
    const { calls, problems } = outlined(
      'Order.svelte',
      `<p>{total}</p>\n<script>\nlet total = fetch('/orders')\n`,
    )
    expect(calls).toEqual(['3 fetch(`/orders`)'])
    expect(problems).toEqual([])
  })

  test('without a script say nothing', () => {
    expect(outlined('Empty.vue', '<template><p/></template>').calls).toEqual([])
  })
})

describe('JavaScript', () => {
  test('with annotations is read as TypeScript', () => {
    const { definitions, problems } = outlined(
      'orders.js',
      `// @flow\nfunction get(id: string): Order { return load(id) }`,
    )
    expect(definitions).toEqual(['2 function get(id: string): Order'])
    expect(problems).toEqual([])
  })
})
