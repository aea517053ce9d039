import type { Fact } from '../../domain/fact.js'
import { readVariable, setVariable } from '../shared/fact-of.js'

/** Variables that a makefile takes from outside (`PORT ?= 8080`), and those that it gives to what it runs. */
export function makefileFacts(text: string): readonly Fact[] {
  return text.split('\n').flatMap((words, index): readonly Fact[] => {
    const line = index + 1
    const [, taken] = /^([A-Z_][A-Z0-9_]*)\s*\?=/.exec(words) ?? []
    if (taken !== undefined) return readVariable({ line, rule: 'shell.make-read' }, taken, true)
    const [, given, value = ''] = /^\s*export\s+([A-Z_][A-Z0-9_]*)\s*[:?]?=(.*)$/.exec(words) ?? []
    return given === undefined
      ? []
      : setVariable({ line, rule: 'shell.make-set' }, given, value.replace(/\s#.*$/, '').trim())
  })
}
