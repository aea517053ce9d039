import type { DocumentFacts } from '../../domain/format.js'
import { readJson } from '../shared/read-json.js'
import { below, entriesOf, entryOf, textOf } from '../shared/tree.js'
import { dependency, type Ecosystem, ownPackage } from './dependency.js'

type Section = readonly [name: string, isDevelopment: boolean]

const npmSections: readonly Section[] = [
  ['dependencies', false],
  ['peerDependencies', false],
  ['optionalDependencies', false],
  ['devDependencies', true],
]

/** `package.json` */
export function readPackageJson(text: string): DocumentFacts {
  return readSections('npm', npmSections, text)
}

/** `composer.json`; what PHP itself must bring is no package. */
export function readComposerJson(text: string): DocumentFacts {
  const sections: readonly Section[] = [
    ['require', false],
    ['require-dev', true],
  ]
  return readSections('composer', sections, text)
}

function readSections(ecosystem: Ecosystem, sections: readonly Section[], text: string): DocumentFacts {
  const { documents, problem } = readJson(text)
  const [document] = documents
  const name = entryOf(document, 'name')
  const own = textOf(name?.value)
  const version = textOf(below(document, 'version'))
  return {
    facts: [
      ...(name && own ? ownPackage({ ecosystem, name: own, line: name.line, version }) : []),
      ...sections.flatMap(([section, isDevelopment]) =>
        entriesOf(below(document, section)).flatMap(({ key, line, value }) => {
          if (ecosystem === 'composer' && !key.includes('/')) return []
          return dependency({ ecosystem, line, isDevelopment, ...aliased(key, textOf(value)) })
        }),
      ),
    ],
    problems: problem === null ? [] : [{ problem }],
  }
}

/** `"sdk": "npm:@acme/sdk@^1"` is a package under another name. */
function aliased(key: string, version: string | null) {
  const [, name, range] = /^npm:((?:@[^/@]+\/)?[^@]+)(?:@(.*))?$/.exec(version ?? '') ?? []
  if (name === undefined) return { name: key, version }
  return { name, version: range ?? null, local: name === key ? null : key }
}
