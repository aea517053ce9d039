import type { Format } from '../../domain/format.js'
import { readYaml } from '../shared/read-yaml.js'
import { below, type Tree } from '../shared/tree.js'
import { expressionFacts } from './expressions.js'
import { jobFacts, stepFacts } from './jobs.js'
import { offeredFacts } from './offered.js'

/** GitHub Actions: what a workflow or action takes and gives, what it calls with what, and what its expressions read. */
export const workflow: Format = {
  id: 'workflow',
  mayBe: (path) => /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$|(?:^|\/)action\.ya?ml$/.test(path),
  facts: (path, text) => {
    const { documents, problem } = readYaml(text)
    const known = documents.filter((tree) => below(tree, 'jobs') ?? below(tree, 'runs'))
    if (known.length === 0) return { facts: [], problems: [] }
    const facts = [...known.flatMap(fileFacts), ...expressionFacts(text)]
    return { facts, problems: problem ? [{ problem, path }] : [] }
  },
}

function fileFacts(tree: Tree) {
  const on = below(tree, 'on')
  return [
    ...offeredFacts(below(on, 'workflow_call')),
    ...offeredFacts(below(on, 'workflow_dispatch')),
    ...(below(tree, 'runs') ? offeredFacts(tree) : []),
    ...jobFacts(tree),
    ...stepFacts(below(tree, 'runs', 'steps')),
  ]
}
