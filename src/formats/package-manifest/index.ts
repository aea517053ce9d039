/**
 * What packages a manifest says that its code is and uses, in every ecosystem that we read code of; the rule names the
 * ecosystem. Deliberately absent: nothing is asked of a registry, and lock files that do not tell which packages are used
 * directly (yarn, Poetry, Composer, `go.sum`) are not read.
 */
import type { Fact } from '../../domain/fact.js'
import type { DocumentFacts, Format } from '../../domain/format.js'
import { readToml } from '../shared/read-toml.js'
import type { Tree } from '../shared/tree.js'
import {
  readGemfile,
  readGemspec,
  readGoMod,
  readGradle,
  readRequirements,
  readSetupCfg,
} from './line-manifests.js'
import { readGemfileLock, readPackageLock, readPackageTables, readPnpmLock } from './locks.js'
import { readComposerJson, readPackageJson } from './npm.js'
import { cargoFacts, catalogFacts, pythonFacts } from './toml-manifests.js'
import { readMsbuild, readPom } from './xml-manifests.js'

export const packageManifest: Format = {
  id: 'package-manifest',
  mayBe: (path) => readerOf(path) !== null,
  facts: (path, text) => readerOf(path)?.(text) ?? { facts: [], problems: [] },
}

type Read = (text: string) => DocumentFacts

const readers: readonly (readonly [RegExp, Read])[] = [
  [/^package\.json$/, readPackageJson],
  [/^composer\.json$/, readComposerJson],
  [/^go\.mod$/, plain(readGoMod)],
  [/^requirements[\w.-]*\.(?:txt|in)$/, plain(readRequirements)],
  [/^setup\.cfg$/, plain(readSetupCfg)],
  [/^(?:pyproject\.toml|Pipfile)$/, toml(pythonFacts)],
  [/^Cargo\.toml$/, toml(cargoFacts)],
  [/^[\w.-]*\.versions\.toml$/, toml(catalogFacts)],
  [/^pom\.xml$/, plain(readPom)],
  [/^[\w.-]+\.(?:cs|fs|vb)proj$|^Directory\.(?:Packages|Build)\.props$/, plain(readMsbuild)],
  [/^[\w.-]*\.gradle(?:\.kts)?$/, plain(readGradle)],
  [/^(?:Gemfile|gems\.rb)$/, plain(readGemfile)],
  [/^[\w.-]+\.gemspec$/, plain(readGemspec)],
  [/^package-lock\.json$/, plain(readPackageLock)],
  [/^pnpm-lock\.yaml$/, plain(readPnpmLock)],
  [/^(?:Cargo|uv)\.lock$/, plain(readPackageTables)],
  [/^Gemfile\.lock$/, plain(readGemfileLock)],
]

function readerOf(path: string): Read | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (/(?:^|\/)requirements\/[\w.-]+\.(?:txt|in)$/.test(path)) return plain(readRequirements)
  return readers.find(([pattern]) => pattern.test(name))?.[1] ?? null
}

function plain(read: (text: string) => readonly Fact[]): Read {
  return (text) => ({ facts: read(text), problems: [] })
}

function toml(factsOf: (document: Tree) => readonly Fact[]): Read {
  return (text) => {
    const { document, problem } = readToml(text)
    return { facts: document ? factsOf(document) : [], problems: problem === null ? [] : [{ problem }] }
  }
}
