import type { Fact } from '../../domain/fact.js'
import { elementFact, setVariable } from '../shared/fact-of.js'
import { imageFact } from '../shared/image.js'
import { below, entriesOf, itemsOf, type TextNode, type Tree, textOf, textsOf } from '../shared/tree.js'
import { callFacts } from './calls.js'

/** What each job promises to the others, sets, runs in and calls. */
export function jobFacts(tree: Tree): readonly Fact[] {
  return [
    ...environmentFacts(tree),
    ...entriesOf(below(tree, 'jobs')).flatMap(({ key: job, line, value }) => [
      ...elementFact({ line, rule: 'workflow.job' }, 'declares', ['workflow', '{file}', 'job', job]),
      ...entriesOf(below(value, 'outputs')).flatMap((output) =>
        elementFact({ line: output.line, rule: 'workflow.job-output' }, 'declares', [
          ...(['workflow', '{file}', 'job', job, 'output', output.key] as const),
        ]),
      ),
      ...neededFacts(below(value, 'needs')),
      ...environmentFacts(value, job),
      ...imagesOf(value).flatMap(({ text, line: at }) =>
        imageFact({ line: at, rule: 'workflow.image' }, 'uses', text, job),
      ),
      ...callFacts(value),
      ...stepFacts(below(value, 'steps'), job),
    ]),
  ]
}

export function stepFacts(steps: Tree | undefined, job?: string): readonly Fact[] {
  return itemsOf(steps).flatMap((step) => [...environmentFacts(step, job), ...callFacts(step)])
}

function environmentFacts(tree: Tree, job?: string): readonly Fact[] {
  return entriesOf(below(tree, 'env')).flatMap(({ key, line, value }) =>
    setVariable({ line, rule: 'workflow.environment' }, key, textOf(value), job),
  )
}

function neededFacts(needs: Tree | undefined): readonly Fact[] {
  return textsOf(needs).flatMap(({ text, line }) =>
    elementFact({ line, rule: 'workflow.needs' }, 'uses', ['workflow', '{file}', 'job', text]),
  )
}

function imagesOf(job: Tree): readonly TextNode[] {
  const container = below(job, 'container')
  const services = entriesOf(below(job, 'services')).map(({ value }) => below(value, 'image'))
  return [container, below(container, 'image'), ...services].flatMap((each) =>
    each?.type === 'text' && !each.text.includes('{{') ? [each] : [],
  )
}
