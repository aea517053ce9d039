import type { EnvironmentFact } from '../../domain/fact.js'
import { readVariable } from '../shared/fact-of.js'
import { referencesIn } from '../shared/references.js'
import type { Assigned } from './assigned.js'

/**
 * Variables that must come from outside: those the script never sets, and those that it sets to themselves or a default. Where
 * it takes in another script, that one may set them.
 */
export function readFacts(expanded: string, assigned: Assigned): readonly EnvironmentFact[] {
  const lines = expanded.split('\n')
  const checked = checkedIn(expanded)
  const certainty = /^[ \t]*(?:source|\.)[ \t]+\S/m.test(expanded) ? 'likely' : 'certain'
  return lines.flatMap((words, index) =>
    referencesIn(words, 'bare').flatMap(({ name, hasDefault, index: at }) => {
      const isOwn = assigned.has(name) && !isGivenItself(words, name, at)
      if (isOwn || ofTheShell.test(name)) return []
      return readVariable(
        { line: index + 1, rule: 'shell.read', certainty },
        name,
        hasDefault || checked.has(name),
      )
    }),
  )
}

/** `PORT=${PORT:-8080}`, `: "${PORT:=8080}"` */
function isGivenItself(words: string, name: string, at: number): boolean {
  const before = words.slice(Math.max(0, at - name.length - 2), at)
  return before.replace(/["']$/, '').endsWith(`${name}=`)
}

/** Names that get a value, or are asked for one, where none was given: `[ -z "$NAME" ]`, `${NAME:=x}`. */
function checkedIn(expanded: string): ReadonlySet<string> {
  const asked = expanded.matchAll(/(?:-[zn]\s+"?\$\{?|\$\{)([A-Z_][A-Z0-9_]*)(?::?[-+]?\}?"?\s*\]|:?=)/g)
  return new Set([...asked].map(([, name = '']) => name))
}

const ofTheShell =
  /^(?:PATH|HOME|PWD|OLDPWD|USER|LOGNAME|SHELL|IFS|RANDOM|SECONDS|LINENO|UID|EUID|PPID|HOSTNAME|OSTYPE|HOSTTYPE|MACHTYPE|TMPDIR|TMP|TEMP|TERM|LANG|LC_\w+|OPTARG|OPTIND|REPLY|FUNCNAME|PIPESTATUS|COLUMNS|LINES|PS\d|SHLVL|EPOCH\w+|EDITOR|PAGER|DISPLAY|CI|XDG_\w+|(?:BASH|ZSH|GITHUB|RUNNER|COMP|DIRSTACK)\w*)$/
