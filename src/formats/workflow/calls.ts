import type { Fact } from '../../domain/fact.js'
import { elementFact, setVariable } from '../shared/fact-of.js'
import { imageFact } from '../shared/image.js'
import { below, entriesOf, entryOf, type TextNode, type Tree } from '../shared/tree.js'

/** A reusable workflow or an action that is called, with the inputs and secrets that it is given. */
export function callFacts(caller: Tree): readonly Fact[] {
  const uses = below(caller, 'uses')
  if (uses?.type !== 'text') return []
  const [, target = '', version = null] = /^(?:\.\/)?([^@\s]{1,200})(?:@(\S{1,100}))?$/.exec(uses.text) ?? []
  if (target.startsWith('docker://'))
    return imageFact({ line: uses.line, rule: 'workflow.image' }, 'uses', uses.text.slice('docker://'.length))
  if (/^docker\/build-push-action$/.test(target)) return builtFacts(caller)
  if (ofGitHub.test(target)) return []
  return [
    ...elementFact({ line: uses.line, rule: 'workflow.call' }, 'calls', ['workflow', target], { version }),
    ...(['input', 'secret'] as const).flatMap((part) =>
      entriesOf(below(caller, part === 'input' ? 'with' : 'secrets')).flatMap(({ key, line }) =>
        elementFact({ line, rule: `workflow.given-${part}` }, 'sets', ['workflow', target, part, key], {
          version,
        }),
      ),
    ),
  ]
}

/** Actions that belong to no organisation but GitHub itself and Docker. */
const ofGitHub = /^(?:actions|github|docker)\//

/** Arguments that an image is built with, and the names it is pushed under. */
function builtFacts(step: Tree): readonly Fact[] {
  const given = below(step, 'with')
  return [
    ...linesOf(entryOf(given, 'build-args')?.value).flatMap(({ text, line }) => {
      const [, name = '', value = null] = /^(\w+)=(.*)$/.exec(text) ?? []
      return setVariable({ line, rule: 'workflow.build-argument' }, name, value)
    }),
    ...linesOf(entryOf(given, 'tags')?.value).flatMap(({ text, line }) =>
      /^[a-z0-9][\w./-]*(?::.*)?$/.test(text)
        ? imageFact(
            { line, rule: 'workflow.built' },
            'declares',
            text.replace(/\$\{\{.*$/, '').replace(/:[^/]*$/, ''),
          )
        : [],
    ),
  ]
}

function linesOf(node: Tree | undefined): readonly Pick<TextNode, 'text' | 'line'>[] {
  if (node?.type !== 'text') return []
  return node.text
    .split('\n')
    .map((text, index) => ({ text: text.trim(), line: node.isBlock ? node.line + index : node.line }))
}
