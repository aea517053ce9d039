import type { Command } from './engine/command.js'
import { helpText } from './engine/help-text.js'

/** The command that explains the others; it takes them as an argument, because catalogue entries don't know each other. */
export function helpFor(others: readonly Command[]): Command {
  const help: Command = {
    name: 'help',
    usage: '/recheck help',
    description: 'Show this list.',
    whoCanUse: 'read',
    decide: () => ({ type: 'reply', body: helpText([...others, help]) }),
  }
  return help
}
