import type { Blocks } from '../../domain/block.js'
import type { RouteRule } from '../../domain/framework.js'
import { textAt } from './given.js'
import type { Place } from './place.js'
import type { Reading } from './reading.js'
import type { Site } from './recognise.js'

/** The method of a class of another file that handles a route. */
export type Handling = { readonly owner: string; readonly method: string }

/** What a route says of who handles it, in texts and by the blocks around. */
export function actionOf(
  reading: Reading,
  { action }: RouteRule,
  site: Site,
  where: { readonly place: Place; readonly path: string; readonly naming: Blocks['handlers'] },
): Handling | null {
  if (!action || !where.naming) return null
  const { place, path, naming } = where
  const to = textAt(reading, action.to, site)
  const [before, after] = to?.includes('#') ? to.split('#') : [undefined, to ?? undefined]
  const words = action.ofPath ? path.split('/').filter((word) => /^\w+$/.test(word)) : []
  const isPlain = words.length === path.split('/').filter((word) => word !== '').length
  const implied = isPlain && words.length > 1 ? words.slice(0, -1).join('/') : null
  const controller = before ?? textAt(reading, action.controller, site) ?? place.controller ?? implied
  const method = after ?? textAt(reading, action.action, site) ?? (isPlain ? words.at(-1) : undefined)
  if (!controller || !method) return null
  return { owner: classNamed(place, controller, naming), method }
}

/** `Admin::OrdersController` of `orders`, in a block of the module `admin`. */
export function classNamed(
  { modules }: Place,
  controller: string,
  { between, ending }: NonNullable<Blocks['handlers']>,
): string {
  const path = controller.startsWith('/') ? controller : [...modules, controller].join('/')
  const names = path.split('/').filter((word) => word !== '')
  return `${names.map(camel).join(between)}${ending}`
}

function camel(word: string): string {
  return word
    .split('_')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('')
}
