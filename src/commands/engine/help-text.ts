import type { Command } from './command.js'

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
