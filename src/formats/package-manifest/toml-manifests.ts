import type { Fact } from '../../domain/fact.js'
import { below, type Entry, entriesOf, entryOf, type Tree, textOf, textsOf } from '../shared/tree.js'
import { dependency, type Ecosystem, ownPackage } from './dependency.js'
import { pythonName } from './line-manifests.js'
import { requirement } from './requirement.js'

/** `Cargo.toml` */
export function cargoFacts(document: Tree): readonly Fact[] {
  const targets = entriesOf(below(document, 'target')).map(({ value }) => value)
  const places = [document, below(document, 'workspace'), ...targets]
  return [
    ...ownOf('cargo', below(document, 'package')),
    ...places.flatMap((place) => [
      ...tableOf(below(place, 'dependencies'), 'cargo', false),
      ...tableOf(below(place, 'build-dependencies'), 'cargo', true),
      ...tableOf(below(place, 'dev-dependencies'), 'cargo', true),
    ]),
  ]
}

/** `pyproject.toml` of any tool, and `Pipfile`. */
export function pythonFacts(document: Tree): readonly Fact[] {
  const project = below(document, 'project')
  const poetry = below(document, 'tool', 'poetry')
  const groups = entriesOf(below(poetry, 'group')).map(({ value }) => below(value, 'dependencies'))
  return [
    ...ownOf('pypi', project),
    ...ownOf('pypi', poetry),
    ...listOf(below(project, 'dependencies'), false),
    ...entriesOf(below(project, 'optional-dependencies')).flatMap(({ value }) => listOf(value, false)),
    ...entriesOf(below(document, 'dependency-groups')).flatMap(({ value }) => listOf(value, true)),
    ...listOf(below(document, 'tool', 'uv', 'dev-dependencies'), true),
    ...tableOf(below(poetry, 'dependencies'), 'pypi', false),
    ...[below(poetry, 'dev-dependencies'), ...groups].flatMap((group) => tableOf(group, 'pypi', true)),
    ...tableOf(below(document, 'packages'), 'pypi', false),
    ...tableOf(below(document, 'dev-packages'), 'pypi', true),
  ]
}

/** `libs.versions.toml` of Gradle */
export function catalogFacts(document: Tree): readonly Fact[] {
  const versions = below(document, 'versions')
  return entriesOf(below(document, 'libraries')).flatMap(({ line, value }) => {
    const [short = '', ofShort] = splitLast(textOf(value) ?? '')
    const group = textOf(below(value, 'group'))
    const name =
      textOf(below(value, 'module')) ?? (group ? `${group}:${textOf(below(value, 'name'))}` : short)
    const reference = textOf(below(value, 'version', 'ref'))
    const version = reference ? textOf(below(versions, reference)) : textOf(below(value, 'version'))
    return name.includes(':')
      ? dependency({ ecosystem: 'maven', name, line, version: version ?? ofShort })
      : []
  })
}

/** `com.acme:sdk:1.0` */
function splitLast(short: string): readonly [string, string | null] {
  const [group, name, version] = short.split(':')
  return [name ? `${group}:${name}` : '', version ?? null]
}

function ownOf(ecosystem: Ecosystem, table: Tree | undefined): readonly Fact[] {
  const name = entryOf(table, 'name')
  const own = textOf(name?.value)
  if (!name || own === null) return []
  const spelt = ecosystem === 'pypi' ? pythonName(own) : own
  return ownPackage({ ecosystem, name: spelt, line: name.line, version: textOf(below(table, 'version')) })
}

/** `serde = "1"`, `sdk = { package = "acme-sdk", version = "2" }` */
function tableOf(table: Tree | undefined, ecosystem: Ecosystem, isDevelopment: boolean): readonly Fact[] {
  return entriesOf(table).flatMap((entry) => {
    const name = ecosystem === 'pypi' ? pythonName(entry.key) : entry.key
    if (name === 'python' && ecosystem === 'pypi') return []
    const real = textOf(below(entry.value, 'package'))
    return dependency({
      ecosystem,
      name: real ?? name,
      line: entry.line,
      version: versionOf(entry),
      local: real === null || real === name ? null : name,
      isDevelopment,
    })
  })
}

function versionOf({ value }: Entry): string | null {
  return textOf(value) ?? textOf(below(value, 'version'))
}

function listOf(list: Tree | undefined, isDevelopment: boolean): readonly Fact[] {
  return textsOf(list).flatMap(({ text, line }) => requirement(text, line, isDevelopment))
}
