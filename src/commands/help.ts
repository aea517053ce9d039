import type { Command } from './command.js'

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

/** Every command with who may use it, as a Markdown table. */
export function helpText(commands: readonly Command[]): string {
  const rows = commands.map(
    ({ usage, description, whoCanUse }) =>
      `| \`${usage}\` | ${description} | ${whoCanUse === 'write' ? 'people with write access' : 'everyone'} |`,
  )
  return [
    'A command stands alone on a line of a comment.',
    '',
    '| Command | What it does | Who may use it |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n')
}
