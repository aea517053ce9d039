import type { ElementFact } from '../../domain/element-fact.js'
import { findNamed } from './bases.js'
import { ancestors, nameOf } from './paths.js'
import type { World } from './world.js'

/** An element with what other files say of it; nothing while a word of it is not known. */
export function joinElement(world: World, path: string, fact: ElementFact): readonly ElementFact[] {
  if (isOfOldSchema(path, fact)) return []
  const element = withTexts(world, path, fact.element, 0)
  return element === null || isUnsaid.test(element)
    ? []
    : [{ ...fact, element: withFile(world, path, element) }]
}

/** A word of which nothing is known. */
const isUnsaid = / \{\}(?: |$)/

/** What a migration reads and writes was so of the schema at its time. */
function isOfOldSchema(path: string, { kind, action }: ElementFact): boolean {
  return (
    kind === 'sql' &&
    /^(?:uses|reads|writes)$/.test(action) &&
    migrations.test(path) &&
    !path.endsWith('.sql')
  )
}

const migrations = /(?:^|\/)(?:[\w-]*migrations?|migrate|alembic\/versions)\//i

function withFile(world: World, path: string, text: string): string {
  return text
    .replace('{file}', () => path)
    .replace('{module}', () => moduleOf(world, path))
    .replace('{app}', () => appOf(path))
}

/** The dotted name of a Python module: its folders count as far up as they are packages. */
function moduleOf(world: World, path: string): string {
  const packages: string[] = []
  for (const folder of ancestors(path)) {
    if (!world.file(`${folder}/__init__.py`)) break
    packages.unshift(nameOf(folder))
  }
  const name = nameOf(path).replace(/\.py$/, '')
  return (name === '__init__' ? packages : [...packages, name]).join('.')
}

/** The folder of an application of Django, by what stands in it: `orders` of `shop/orders/models/order.py`. */
function appOf(path: string): string {
  return (
    /(?:^|\/)([^/]+)\/(?:models|migrations)(?:\.py$|\/)/.exec(path)?.[1] ?? nameOf(path).replace(/\.py$/, '')
  )
}

/** As many words as an element has, and files as a constant passes through. */
const maxDepth = 6

/** `event kafka {of topics.orders}` with the text that another file keeps under that name; `{of id?}` may as well be unknown. */
function withTexts(world: World, path: string, text: string, depth: number): string | null {
  const word = /\{of ([\w$.]+)(\??)\}/.exec(text)
  if (!word) return text
  const kept = depth < maxDepth ? findNamed(world, path, word[1] ?? '', (site) => world.text(site)) : null
  const found = kept && withTexts(world, kept.path, withFile(world, kept.path, kept.item.text), depth + 1)
  const known = found ?? (word[2] === '?' ? '{}' : null)
  if (known === null) return null
  return withTexts(
    world,
    path,
    text.replace(word[0], () => known),
    depth + 1,
  )
}
