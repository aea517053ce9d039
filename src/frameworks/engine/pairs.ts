import type { Value } from '../../domain/outline.js'
import type { Site } from './recognise.js'

/** As `take.ts` gives it. */
type Taken = { readonly value: Value; readonly at: Site['at'] }

/** The arguments that are texts or may be, as a list: `get :preview, :summary`. */
export function textArguments(site: Site | null): Taken | null {
  const items = (site?.arguments ?? []).filter((value) => /^(?:text|format|name|choice)$/.test(value.type))
  return site && items.length ? { value: { type: 'list', items }, at: site.at } : null
}

/** The arguments that are texts of one word: `:get, :post` of `route :get, :post, '/orders'`. */
export function wordArguments(site: Site | null): Taken | null {
  const items = (site?.arguments ?? []).filter(
    (value) =>
      value.type === 'text' && value.parts.every((part) => typeof part === 'string' && /^\w+$/.test(part)),
  )
  return site && items.length ? { value: { type: 'list', items }, at: site.at } : null
}

/** The key, or the value, of the first field of an object: of `'/orders' => 'orders#index'`. */
export function firstPair(taken: Taken | null, part: 'key' | 'value'): Taken | null {
  const [field] = taken?.value.type === 'object' ? taken.value.fields : []
  if (!taken || !field) return null
  const name: Value = { type: 'text', parts: [field.name], line: field.line }
  return { value: part === 'value' ? field.value : (field.key ?? name), at: taken.at }
}
