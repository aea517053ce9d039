import type { Fact } from '../../domain/fact.js'
import type { Format } from '../../domain/format.js'
import { readVariable } from '../shared/fact-of.js'
import { readYaml } from '../shared/read-yaml.js'
import { linesWithoutComments, referencesIn } from '../shared/references.js'
import { below, entriesOf } from '../shared/tree.js'
import { serviceFacts } from './service.js'

/** Compose files: services, what each is given and listens on, and the variables that the file itself asks for. */
export const compose: Format = {
  id: 'compose',
  mayBe: (path) => /(?:^|\/)(?:[\w.-]*docker-)?(?:compose|stack)(?:[._-][\w.-]*)?\.ya?ml$/.test(path),
  facts: (path, text) => {
    if (!/^["']?services["']?:/m.test(text)) return { facts: [], problems: [] }
    const { documents, problem } = readYaml(text)
    const services = documents.flatMap((tree) => entriesOf(below(tree, 'services')))
    const facts = [...services.flatMap(serviceFacts), ...asked(text)]
    return { facts, problems: problem ? [{ problem, path }] : [] }
  },
}

/** `${NAME}` anywhere is filled in by Compose itself, from its own environment and from `.env`. */
function asked(text: string): readonly Fact[] {
  return linesWithoutComments(text).flatMap(([words, line]) =>
    referencesIn(words, 'bare').flatMap(({ name, hasDefault }) =>
      readVariable({ line, rule: 'compose.interpolation' }, name, hasDefault),
    ),
  )
}
