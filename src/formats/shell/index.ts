import type { Format } from '../../domain/format.js'
import { expandedText } from '../shared/shell-text.js'
import { assignedIn } from './assigned.js'
import { commandFacts } from './commands.js'
import { makefileFacts } from './makefile.js'
import { readFacts } from './reads.js'

/** Shell scripts and makefiles: variables they need or set, requests they make, and options they give to our programs. */
export const shell: Format = {
  id: 'shell',
  mayBe: (path) => /\.(?:sh|bash|zsh|ksh)$/.test(path) || isMakefile.test(path),
  facts: (path, text) => {
    if (isMakefile.test(path)) return { facts: makefileFacts(text), problems: [] }
    const expanded = expandedText(text)
    const assigned = assignedIn(expanded)
    return { facts: [...readFacts(expanded, assigned), ...commandFacts(text, assigned)], problems: [] }
  },
}

const isMakefile = /(?:^|\/)(?:GNUmakefile|[Mm]akefile)(?:\.[\w-]+)?$|\.mk$/
