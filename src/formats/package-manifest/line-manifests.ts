import type { Fact } from '../../domain/fact.js'
import { dependency, ownPackage, resolved } from './dependency.js'
import { requirement } from './requirement.js'

/** Facts of a text whose lines stand for themselves. */
function eachLine(text: string, read: (line: string, number: number) => readonly Fact[]): readonly Fact[] {
  return text.split('\n').flatMap((line, index) => (line.length > 2_000 ? [] : read(line, index + 1)))
}

/** `go.mod`, without what only other packages need. */
export function readGoMod(text: string): readonly Fact[] {
  let block = ''
  return eachLine(text, (line, number) => {
    const opened = /^\s*(\w+)\s*\($/.exec(line.replace(/\/\/.*/, '').trimEnd())?.[1]
    if (opened) block = opened
    else if (/^\s*\)/.test(line)) block = ''
    const own = /^module\s+"?([^\s"]+)/.exec(line)?.[1]
    if (own) return ownPackage({ ecosystem: 'go', name: own, line: number })
    const written = block === 'require' ? line : /^require\s+(.*)$/.exec(line)?.[1]
    const [, name, version] = /^\s*"?([\w.-]+\.[\w.-]+\/?[^\s"]*)"?\s+(v\S+)/.exec(written ?? '') ?? []
    if (!name || /\/\/\s*indirect/.test(line)) return []
    return dependency({ ecosystem: 'go', name, line: number, version })
  })
}

/** `requirements.txt`; of one that a tool has compiled only what its source names, as a lock file. */
export function readRequirements(text: string): readonly Fact[] {
  if (/^#.*\b(?:pip-compile|uv pip compile)\b/m.test(text.slice(0, 2_000))) return readCompiled(text)
  return eachLine(text, (line, number) => {
    if (/^\s*(?:#|-[^e]|--(?!editable))/.test(line)) return []
    return requirement(withoutOptions(line), number)
  })
}

/** Without a comment, a continuation, and what pip is told to do with it. */
function withoutOptions(line: string): string {
  const written = line.replace(/^\s*(?:-e|--editable)[\s=]+/, '').replace(/(?:^|\s)#(?!egg=).*$/, '')
  return written.replace(/\s(?:--\w.*|\\)\s*$/, '')
}

/** Behind each requirement stands who needs it: `# via -r requirements.in`. */
function readCompiled(text: string): readonly Fact[] {
  let last: readonly Fact[] = []
  return eachLine(text, (line, number) => {
    const [, name, version] = /^([A-Za-z\d][\w.-]*)(?:\[[^\]]*\])?==([\w.+!-]+)/.exec(line) ?? []
    const isDirect = /#\s.*-r\s/.test(line)
    const found = isDirect ? last : []
    if (isDirect) last = []
    if (!name) return found
    const fact = resolved({ ecosystem: 'pypi', name: pythonName(name), version, line: number })
    last = isDirect ? [] : fact
    return isDirect ? fact : found
  })
}

/** `setup.cfg` of setuptools */
export function readSetupCfg(text: string): readonly Fact[] {
  let section = ''
  let key = ''
  return eachLine(text, (line, number) => {
    section = /^\[([^\]]+)\]/.exec(line)?.[1] ?? section
    const [, named, value] = /^([\w.-]+)\s*[=:]\s*(.*)$/.exec(line) ?? []
    key = named ?? key
    if (section === 'metadata' && named === 'name' && value)
      return ownPackage({ ecosystem: 'pypi', name: pythonName(value.trim()), line: number })
    const isList =
      (section === 'options' && key === 'install_requires') || section === 'options.extras_require'
    return isList && !/^\s*#/.test(line) ? requirement(value ?? (/^\s/.test(line) ? line : ''), number) : []
  })
}

/** The one spelling of a name on PyPI (PEP 503). */
export function pythonName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-')
}

/** `Gemfile` */
export function readGemfile(text: string): readonly Fact[] {
  let isDevelopment = false
  return eachLine(text, (line, number) => {
    if (/^\s*group\b.*\bdo\s*$/.test(line)) isDevelopment = !/:(?:production|default)\b/.test(line)
    if (/^end\b/.test(line)) isDevelopment = false
    const [, name, rest = ''] = /^\s*gem[\s(]+["']([\w.-]+)["'](.*)$/.exec(line) ?? []
    const version = /^\s*,\s*["']([^"']+)["']/.exec(rest)?.[1] ?? null
    return name ? dependency({ ecosystem: 'gem', name, line: number, version, isDevelopment }) : []
  })
}

/** `orders.gemspec` */
export function readGemspec(text: string): readonly Fact[] {
  return eachLine(text, (line, number) => {
    const own = /^\s*\w+\.name\s*=\s*["']([\w.-]+)["']/.exec(line)?.[1]
    if (own) return ownPackage({ ecosystem: 'gem', name: own, line: number })
    const [, way, name, version] =
      /^\s*\w+\.add_(runtime_|development_)?dependency[\s(]+["']([\w.-]+)["'](?:\s*,\s*["']([^"']+)["'])?/.exec(
        line,
      ) ?? []
    if (!name) return []
    return dependency({
      ecosystem: 'gem',
      name,
      line: number,
      version,
      isDevelopment: way === 'development_',
    })
  })
}

const configuration =
  /^\s*(?:"|')?(\w*(?:[iI]mplementation|[aA]pi|[cC]ompile|[cC]ompileOnly|[rR]untimeOnly|[rR]untime|[pP]rocessor|kapt|ksp))\b["']?[\s(]+(?:platform|enforcedPlatform)?\(?\s*(.*)$/

/** `build.gradle`, `build.gradle.kts`: dependencies that are written out; catalogues of versions stand elsewhere. */
export function readGradle(text: string): readonly Fact[] {
  // A list goes on behind the comma of the line before.
  let open: string | null = null
  return eachLine(text, (line, number) => {
    const [, begun, rest] = configuration.exec(line) ?? []
    const way: string | null | undefined = begun ?? open
    const written = rest ?? line.trimStart()
    open = way && /,\s*$/.test(line) ? way : null
    if (!way) return []
    const [, group, name, version] =
      /^["']([\w.-]+):([\w.-]+)(?::([^"'@:]+))?/.exec(written) ??
      /^group\s*[:=]\s*["']([\w.-]+)["']\s*,\s*name\s*[:=]\s*["']([\w.-]+)["'](?:\s*,\s*version\s*[:=]\s*["']([^"']+)["'])?/.exec(
        written,
      ) ??
      []
    if (!group || !name) return []
    const told = version?.includes('$') ? null : version
    const isDevelopment = /^(?:test|androidTest|integrationTest)/.test(way)
    return dependency({
      ecosystem: 'maven',
      name: `${group}:${name}`,
      line: number,
      version: told,
      isDevelopment,
    })
  })
}
