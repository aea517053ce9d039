import type { Fact } from '../../domain/fact.js'
import { readVariable, setVariable } from '../shared/fact-of.js'
import { entriesOf, type Tree, textOf, textsOf } from '../shared/tree.js'

type Given = { readonly name: string; readonly value: string | null; readonly line: number }

/** Variables that a service is given, as a map or as a list; one without a value is passed on from outside. */
export function environmentFacts(service: string, tree: Tree | undefined): readonly Fact[] {
  return givenIn(tree).flatMap((each) => factsOf(each, 'compose.environment', service))
}

/** `build.args`: they are set while it is built, and not for what runs. */
export function argumentFacts(tree: Tree | undefined): readonly Fact[] {
  return givenIn(tree).flatMap((each) => factsOf(each, 'compose.argument'))
}

function factsOf({ name, value, line }: Given, rule: string, service?: string): readonly Fact[] {
  const seen = { line, rule }
  if (value !== null) return setVariable(seen, name, value, service)
  const passed = setVariable(seen, name, `\${${name}}`, service)
  return [...passed, ...readVariable({ line, rule: 'compose.interpolation' }, name, false)]
}

function givenIn(tree: Tree | undefined): readonly Given[] {
  const written = entriesOf(tree).map(({ key, value, line }) => ({ name: key, value: textOf(value), line }))
  const listed = textsOf(tree).map(({ text, line }) => {
    const at = text.indexOf('=')
    return at === -1
      ? { name: text.trim(), value: null, line }
      : { name: text.slice(0, at).trim(), value: text.slice(at + 1), line }
  })
  return [...written, ...listed]
}
