import type { Fact } from '../../domain/fact.js'
import { type Ecosystem, resolved } from './dependency.js'

/**
 * Lock files are long and hold mostly packages that nobody here names. So their lines are scanned, nothing is parsed, and only
 * those give facts whose file also tells which packages are used directly: others say no more than the manifest does.
 */
type Chosen = { readonly name: string; readonly version: string; readonly line: number }

/** Versions 2 and 3 of `package-lock.json`; the names that the root depends on stand first. */
export function readPackageLock(text: string): readonly Fact[] {
  const lines = text.split('\n')
  const direct = new Set<string>()
  const chosen: Chosen[] = []
  let [block, section] = ['', '']
  for (const [index, line] of lines.entries()) {
    block = /^ {4}"([^"]*)": \{/.exec(line)?.[1] ?? block
    section = /^ {6}"(\w+)": \{/.exec(line)?.[1] ?? (/^ {6}\}/.test(line) ? '' : section)
    if (/ependencies$/.test(section) && !block.includes('node_modules/')) {
      const name = /^ {8}"([^"]+)":/.exec(line)?.[1]
      if (name) direct.add(name)
    }
    const version = /^ {6}"version": "([^"]+)"/.exec(line)?.[1]
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(block)?.[1]
    if (version && name) chosen.push({ name, version, line: index + 1 })
  }
  return directOf('npm', chosen, direct)
}

/** `pnpm-lock.yaml`: what each package of the workspace depends on, with its version. */
export function readPnpmLock(text: string): readonly Fact[] {
  let [isImporter, name] = [false, '']
  return text.split('\n').flatMap((line, index) => {
    if (/^\S/.test(line))
      isImporter = /^(?:importers|dependencies|devDependencies|optionalDependencies):/.test(line)
    if (!isImporter) return []
    name = /^\s+'?((?:@[\w.-]+\/)?[\w.-]+)'?:\s*$/.exec(line)?.[1] ?? name
    const version = /^\s+version: '?(\d[^\s(']*)/.exec(line)?.[1]
    return version ? resolved({ ecosystem: 'npm', name, version, line: index + 1 }) : []
  })
}

/** `Cargo.lock`, `uv.lock`: packages of this repository have no source, and name what they depend on. */
export function readPackageTables(text: string): readonly Fact[] {
  const ecosystem = /^\[\[package\]\][\s\S]{0,400}?\nsource = \{/m.test(text) ? 'pypi' : 'cargo'
  const direct = new Set<string>()
  const chosen: Chosen[] = []
  for (const { lines, line } of tablesOf(text)) {
    const written = (key: string) => lines.find((each) => each.startsWith(`${key} = `))?.slice(key.length + 3)
    const [name, version, source] = [
      unquoted(written('name')),
      unquoted(written('version')),
      written('source'),
    ]
    const isOwn = source === undefined || /\b(?:editable|virtual|directory) = /.test(source)
    if (isOwn) for (const each of lines.flatMap(dependencyIn)) direct.add(each)
    else if (name && version) chosen.push({ name, version, line: line + 1 })
  }
  return directOf(ecosystem, chosen, direct)
}

/** ` "serde",`, `    { name = "flask", extra = ["async"] },` */
function dependencyIn(line: string): readonly string[] {
  const name = /^\s+(?:\{ name = )?"([\w.-]+)/.exec(line)?.[1]
  return name ? [name] : []
}

function unquoted(value: string | undefined): string | null {
  return /^"([^"]*)"/.exec(value ?? '')?.[1] ?? null
}

function tablesOf(text: string): readonly { readonly lines: readonly string[]; readonly line: number }[] {
  const tables: { lines: string[]; line: number }[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.startsWith('[[package]]')) tables.push({ lines: [], line: index + 1 })
    else if (/^\[[^[]/.test(line)) tables.push({ lines: ['source = "none"'], line: index + 1 })
    else tables.at(-1)?.lines.push(line)
  }
  return tables
}

/** `Gemfile.lock` */
export function readGemfileLock(text: string): readonly Fact[] {
  const direct = new Set<string>()
  const chosen: Chosen[] = []
  let section = ''
  for (const [index, line] of text.split('\n').entries()) {
    section = /^([A-Z]+)$/.exec(line)?.[1] ?? section
    const [, name, version] = /^ {4}([\w.-]+) \(([^)]+)\)$/.exec(line) ?? []
    if (section === 'DEPENDENCIES') direct.add(/^ {2}([\w.-]+)/.exec(line)?.[1] ?? '')
    else if (name && version) chosen.push({ name, version, line: index + 1 })
  }
  return directOf('gem', chosen, direct)
}

function directOf(
  ecosystem: Ecosystem,
  chosen: readonly Chosen[],
  direct: ReadonlySet<string>,
): readonly Fact[] {
  return chosen.filter(({ name }) => direct.has(name)).flatMap((each) => resolved({ ecosystem, ...each }))
}
