/**
 * Settings that an application reads by their keys: Spring's `application.yml`, .NET's `appsettings.json`, `config/default.json`
 * and the like. Files are known by the names that frameworks give them, because any YAML or JSON has keys. Deliberately absent:
 * which profile wins, and values that may be secret.
 */
import type { ElementFact } from '../../domain/element-fact.js'
import type { Fact } from '../../domain/fact.js'
import type { DocumentFacts, Format } from '../../domain/format.js'
import { elementFact, readVariable } from '../shared/fact-of.js'
import { withoutComments } from '../shared/json-comments.js'
import { readJson } from '../shared/read-json.js'
import { readToml } from '../shared/read-toml.js'
import { readYaml } from '../shared/read-yaml.js'
import { tellableValue } from '../shared/tellable-value.js'
import type { Tree } from '../shared/tree.js'
import { readProperties } from './properties.js'
import { isSettings, type Setting, settingsOf } from './setting.js'

export const settingsFile: Format = {
  id: 'settings-file',
  mayBe: (path) => names.some((name) => name.test(path)),
  facts: (path, text) => {
    const { settings, problem } = read(path, text)
    const isMap = path.includes('custom-environment-variables.')
    return {
      facts: unique(settings.slice(0, mostSettings).flatMap(isMap ? variableOf : factsOf)),
      problems: problem === null ? [] : [{ problem }],
    } satisfies DocumentFacts
  },
}

/** More than an application has; a longer file holds data. */
const mostSettings = 1_000

const stage =
  '(?:default|base|common|local|dev|devel|development|prod|production|stag|stage|staging|test|testing|qa|settings|config|app|application)'

const names: readonly RegExp[] = [
  /(?:^|\/)(?:application|bootstrap)(?:-[\w-]+)?\.(?:properties|ya?ml)$/,
  /(?:^|\/)appsettings(?:\.[\w-]+)?\.json$/i,
  new RegExp(`(?:^|/)configs?/${stage}(?:[-.]\\w+)?\\.(?:ya?ml|json|toml)$`),
  /(?:^|\/)config\/(?:settings\/[\w-]+\.ya?ml|custom-environment-variables\.(?:ya?ml|json))$/,
  /(?:^|\/)settings\.toml$/,
]

type Settings = { readonly settings: readonly Setting[]; readonly problem: string | null }

function read(path: string, text: string): Settings {
  if (path.endsWith('.properties')) return { settings: readProperties(text), problem: null }
  if (path.endsWith('.toml')) {
    const { document, problem } = readToml(text)
    return { settings: ofDocuments(document ? [document] : []), problem }
  }
  const { documents, problem } = path.endsWith('.json') ? readJson(withoutComments(text)) : readYaml(text)
  return { settings: ofDocuments(documents), problem }
}

function ofDocuments(documents: readonly Tree[]): readonly Setting[] {
  return documents.filter(isSettings).flatMap(settingsOf)
}

const secret = /pass|secret|token|credential|private|api[_-]?key|connectionstring/i

function factsOf({ key, value, line }: Setting): readonly Fact[] {
  const seen = { line, rule: 'settings-file.key' }
  const last = key.split('.').at(-1) ?? key
  const isTold = value !== null && (!secret.test(key) || /^\$\{\w+\}$/.test(value))
  const told = isTold ? tellableValue(value, asVariable(last)) : null
  return [
    ...elementFact(seen, 'declares', ['config', key], { value: told }),
    ...(value === null ? [] : referencesOf(value, line)),
  ]
}

/** `baseHost` is `BASE_HOST`, by whose words it is told what a value may be. */
function asVariable(key: string): string {
  return key
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toUpperCase()
}

/** `${ORDERS_URL:http://orders}` is a variable, `${orders.url}` another setting. */
function referencesOf(value: string, line: number): readonly Fact[] {
  return [...value.matchAll(/\$\{([A-Za-z][\w.-]{0,99})(:[^{}]*)?\}/g)].flatMap(
    ([, name = '', rest]): readonly Fact[] => {
      const seen = { line, rule: 'settings-file.reference' }
      if (/^[A-Z][A-Z\d_]*$/.test(name)) return readVariable(seen, name, rest !== undefined)
      return name.includes('.') ? elementFact(seen, 'reads', ['config', name]) : []
    },
  )
}

/** `custom-environment-variables.json` of node-config: the variable that gives a setting its value. */
function variableOf({ value, line }: Setting): readonly Fact[] {
  return value === null ? [] : readVariable({ line, rule: 'settings-file.variable' }, value, true)
}

/** Items of a list have one key, and profiles repeat keys: each stands where it is said first. */
function unique(facts: readonly Fact[]): readonly Fact[] {
  const keyOf = (fact: Fact | ElementFact) =>
    'element' in fact ? `${fact.action} ${fact.element}` : JSON.stringify(fact)
  const seen = new Map<string, Fact>()
  for (const fact of facts) if (!seen.has(keyOf(fact))) seen.set(keyOf(fact), fact)
  return [...seen.values()]
}
