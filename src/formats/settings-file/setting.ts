import { entriesOf, entryOf, itemsOf, type Tree } from '../shared/tree.js'

export type Setting = {
  /** `orders.url`, `orders.hosts[]` */
  readonly key: string
  /** As written; null where it has none. */
  readonly value: string | null
  readonly line: number
}

/** Documents that describe something else have these keys at their top. */
const others = [
  'apiVersion',
  'openapi',
  'swagger',
  'asyncapi',
  '$schema',
  'services',
  'jobs',
  '$id',
  'scrape_configs',
  'receivers',
]

/** Whether a document may hold settings: a map that is no manifest and no description. */
export function isSettings(document: Tree): boolean {
  return document.type === 'map' && !others.some((key) => isOther(document, key))
}

/** A URL in `$schema` is also what an editor is given to check settings. */
function isOther(document: Tree, key: string): boolean {
  const value = entryOf(document, key)?.value
  if (key === '$schema') return value?.type === 'text' && value.text.includes('json-schema.org')
  return (
    value !== undefined &&
    (key !== 'services' || entriesOf(value).some(({ value: each }) => entryOf(each, 'image')))
  )
}

/** The values of a document by their dotted keys. */
export function settingsOf(document: Tree): readonly Setting[] {
  return inside(document, '')
}

function inside(tree: Tree, key: string): readonly Setting[] {
  if (tree.type === 'map')
    return tree.entries.flatMap((entry) => {
      const path = key === '' ? entry.key : `${key}.${entry.key}`
      const isLeaf = entry.value.type === 'text' || entry.value.type === 'empty'
      if (!isLeaf) return inside(entry.value, path)
      return [{ key: path, value: entry.value.type === 'text' ? entry.value.text : null, line: entry.line }]
    })
  if (tree.type === 'list') return itemsOf(tree).flatMap((item) => inside(item, `${key}[]`))
  return [{ key, value: tree.type === 'text' ? tree.text : null, line: tree.line }]
}
