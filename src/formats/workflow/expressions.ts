import type { Fact } from '../../domain/fact.js'
import { elementFact } from '../shared/fact-of.js'
import { linesWithoutComments } from '../shared/references.js'

/** Inputs, secrets and outputs of other jobs that expressions read: `${{ inputs.tag }}`, `if: needs.build.outputs.tag`. */
export function expressionFacts(text: string): readonly Fact[] {
  return linesWithoutComments(text).flatMap(([words, line]) =>
    expressionsIn(words).flatMap((expression) => readFacts(expression, line)),
  )
}

function expressionsIn(words: string): readonly string[] {
  const condition = /^\s*(?:- )?if:\s*(.*)$/.exec(words)?.[1]
  const marked = [...words.matchAll(/\$\{\{(.{1,500}?)\}\}/g)].map(([, inside = '']) => inside)
  return condition === undefined ? marked : [condition]
}

function readFacts(expression: string, line: number): readonly Fact[] {
  return [...expression.matchAll(reference)].flatMap(([, input, secret, job, output]) => {
    if (secret === 'GITHUB_TOKEN') return []
    const words = input
      ? (['input', input] as const)
      : secret
        ? (['secret', secret] as const)
        : (['job', job ?? '', 'output', output ?? ''] as const)
    return elementFact({ line, rule: 'workflow.expression' }, 'reads', ['workflow', '{file}', ...words])
  })
}

const reference =
  /(?<![\w.])(?:(?:github\.event\.)?inputs\.([A-Za-z_][\w-]*)|secrets\.([A-Za-z_]\w*)|needs\.([A-Za-z_][\w-]*)\.outputs\.([A-Za-z_][\w-]*))/g
