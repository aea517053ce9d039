import type { Format } from '../../domain/format.js'
import { isHelmText } from '../shared/helm-text.js'
import { readYaml } from '../shared/read-yaml.js'
import { templateFacts } from './template.js'
import { conditionFacts, valueFacts } from './values.js'

/** Helm charts: values that a chart offers, and those that its templates read. Templates are never rendered. */
export const helm: Format = {
  id: 'helm',
  mayBe: (path) => isTemplate.test(path) || isValues.test(path) || /(?:^|\/)Chart\.yaml$/.test(path),
  facts: (path, text) => {
    if (isTemplate.test(path)) return { facts: isHelmText(text) ? templateFacts(text) : [], problems: [] }
    if (isHelmText(text)) return { facts: [], problems: [] }
    const { documents, problem } = readYaml(text)
    const isOwn = /(?:^|\/)values\.ya?ml$/.test(path)
    const facts = isValues.test(path)
      ? documents.flatMap((tree) => valueFacts(tree, isOwn ? 'declares' : 'sets'))
      : documents.flatMap(conditionFacts)
    return { facts, problems: problem ? [{ problem, path }] : [] }
  },
}

const isTemplate = /(?:^|\/)templates\/.*\.(?:ya?ml|tpl|txt)$/
const isValues = /(?:^|\/)values(?:[._-][\w.-]+)?\.ya?ml$/
