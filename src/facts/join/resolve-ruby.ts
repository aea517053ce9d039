import type { BlobFacts } from '../../domain/fact.js'
import { ancestors, directoryOf, joinPath, type Paths } from './paths.js'

/** A file that is named in a text: by its path from here, or below some folder above. */
export function resolveRuby({ files }: Paths, from: string, module: string): readonly string[] {
  const bare = module.replace(/\.rb$/, '')
  const beside = `${joinPath(directoryOf(from), bare)}.rb`
  if (bare.startsWith('.')) return files.has(beside) ? [beside] : []
  const found = ancestors(from).map((above) => `${joinPath(above, bare)}.rb`)
  return found.filter((each) => files.has(each)).slice(0, 1)
}

/** Where a constant is declared, under its full name; several where it is reopened. */
export type Constant = { readonly path: string; readonly name: string }

/** Constants are known to every file of an application without any import. */
export type Constants = {
  /** The declarations that a name of a file means: those of its own application before those of others. */
  declared(path: string, name: string): readonly Constant[]
}

export function createConstants(byPath: ReadonlyMap<string, BlobFacts>): Constants {
  const index = new Map<string, Constant[]>()
  for (const [path, { language, exports }] of byPath) {
    if (language !== 'ruby') continue
    for (const { name } of exports) {
      for (const key of shortNames(name)) {
        const known = index.get(key)
        if (known) known.push({ path, name })
        else index.set(key, [{ path, name }])
      }
    }
  }
  return { declared: (path, name) => nearest(index.get(keyOf(name)) ?? [], path, name) }
}

/** As many modules around a name as may be left out where it is used. */
const maxNesting = 6

/** `shop::orders::api`, `orders::api` and `api`: inside a module its name is left out. Acronyms are spelt in either way. */
function shortNames(name: string): readonly string[] {
  const words = name.split('::')
  const from = Math.max(0, words.length - maxNesting)
  return words.slice(from).map((_, index) => keyOf(words.slice(from + index).join('::')))
}

function keyOf(name: string): string {
  return name.toLowerCase()
}

function nearest(found: readonly Constant[], from: string, name: string): readonly Constant[] {
  const full = found.filter((each) => keyOf(each.name) === keyOf(name))
  const known = full.length ? full : found
  const ranked = known.map((each) => ({ each, rank: nearness(applicationOf(each.path), from) }))
  const best = Math.max(-1, ...ranked.map(({ rank }) => rank))
  const close = ranked.filter(({ rank }) => rank === best).map(({ each }) => each)
  // Modules left out may mean several constants: the one that is nearest in name is meant.
  const [first] = close
  return close.filter((each) => each.name === first?.name)
}

function nearness(application: string, from: string): number {
  return from.startsWith(application) ? application.length : -1
}

/** The folder of the application that a file belongs to, with a `/` at its end: the one above `app`, `lib` or `config`. */
export function applicationOf(path: string): string {
  const found = /^(.*?)(?:^|(?<=\/))(?:app|lib|config|routes|controllers|helpers|models|spec|test)\//.exec(
    path,
  )
  if (found) return found[1] ?? ''
  const folder = directoryOf(path)
  return folder === '' ? '' : `${folder}/`
}
