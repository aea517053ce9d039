import type { Fact } from '../../domain/fact.js'
import { requestsIn } from '../shared/command.js'
import { elementFact, setVariable } from '../shared/fact-of.js'
import { flagFacts } from '../shared/program-flags.js'
import { commandsIn, type Word } from '../shared/shell-words.js'
import { clientFact } from '../shared/url.js'
import type { Assigned } from './assigned.js'

/** What the commands of a script set, ask for and give to programs. */
export function commandFacts(text: string, assigned: Assigned): readonly Fact[] {
  const lineOf = createLineOf(text)
  return [
    ...commandsIn(text).flatMap((words) => {
      const line = lineOf(words[0]?.index ?? 0)
      return [...setFacts(words, lineOf), ...flagFacts({ line, rule: 'shell.flag' }, words)]
    }),
    ...requestsIn(text).flatMap(({ method, url, index }) =>
      clientFact({ line: lineOf(index), rule: 'shell.request' }, method, resolved(url, assigned)),
    ),
  ]
}

/** `export A=x`, `A=x command`, `docker run -e A=x`, `--build-arg A=x`, and `helm --set a.b=x`. */
function setFacts(words: readonly Word[], lineOf: (index: number) => number): readonly Fact[] {
  const firstOther = words.findIndex(({ text }) => !/^[A-Za-z_]\w*=/.test(text))
  const program = words[0]?.text ?? ''
  return words.flatMap(({ text, index }, at): readonly Fact[] => {
    const [, name = '', value = ''] = /^([A-Za-z_][\w.-]*)=([\s\S]*)$/.exec(text) ?? []
    const before = words[at - 1]?.text ?? ''
    const line = lineOf(index)
    if (program === 'helm' && /^--set(?:-string)?$/.test(before))
      return elementFact({ line, rule: 'shell.helm' }, 'sets', ['config', name])
    const isGiven =
      program === 'export' ||
      at < firstOther ||
      (/^(?:docker|podman|nerdctl)$/.test(program) && /^(?:-e|--env|--build-arg)$/.test(before))
    return isGiven && /^[A-Z_][A-Z0-9_]*$/.test(name)
      ? setVariable({ line, rule: 'shell.set' }, name, value)
      : []
  })
}

/** A URL that begins with a variable which the script sets: to a literal, or to another variable. */
function resolved(url: string, assigned: Assigned): string {
  const [all, name = ''] = /^\$\{?(\w+)\}?/.exec(url) ?? ['']
  const value = assigned.get(name)
  if (value === undefined) return url
  const rest = url.slice(all.length)
  const itself = /^\$\{(\w+):?[-=]/.exec(value ?? '')?.[1]
  if (itself !== undefined) return `\${${itself}}${rest}`
  return value !== null && /^https?:\/\//.test(value)
    ? `${value.replace(/\/$/, '')}${rest}`
    : `http://\${local}${rest}`
}

/** Which line a position is on; positions must come in order for it to be quick. */
function createLineOf(text: string): (index: number) => number {
  let [line, at] = [1, 0]
  return (index) => {
    if (index < at) [line, at] = [1, 0]
    for (let next = text.indexOf('\n', at); next !== -1 && next < index; next = text.indexOf('\n', at)) {
      line++
      at = next + 1
    }
    return line
  }
}
