import type { CommandJob } from '../../domain/job.js'
import type { Command, CommandActions, Decision } from './command.js'
import { helpText } from './help-text.js'
import { parseCommandLine } from './parse-command.js'

/**
 * Does what a comment asked for: 👀 when it is accepted, 🚀 when it is done, 😕 when it cannot be. Who may use it is
 * asked of GitHub first, and a lookup that fails lets nobody in: it throws, and the job comes back.
 */
export async function runCommand(
  commands: readonly Command[],
  asked: CommandJob,
  actions: CommandActions,
): Promise<void> {
  const written = parseCommandLine(asked.line)
  if (!written || !(await actions.isOpen())) return
  const permission = await actions.permissionOf(asked.author)
  // Somebody who cannot even read has no business here, and gets no answer that would tell them anything.
  if (permission === 'none') return
  const command = commands.find((each) => each.name === written.name)
  if (command?.whoCanUse === 'write' && permission !== 'write') return deny(asked, command, actions)
  await actions.react('eyes')
  if (!command) return explain(commands, asked, written.name, actions)
  await act(command.decide(asked, written.words), asked, actions)
}

async function act(decision: Decision, asked: CommandJob, actions: CommandActions): Promise<void> {
  switch (decision.type) {
    case 'review':
      return actions.review() // its end answers the comment
    case 'reply':
      await actions.reply(String(asked.comment), decision.body)
      return actions.react('rocket')
  }
}

/** One answer for each person and pull request: after that, a reaction is enough. */
async function deny(asked: CommandJob, command: Command, actions: CommandActions): Promise<void> {
  await actions.react('confused')
  await actions.reply(
    `denied:${asked.author.toLowerCase()}`,
    `\`${command.usage}\` is for people with write access to this repository.`,
  )
}

async function explain(
  commands: readonly Command[],
  asked: CommandJob,
  name: string,
  actions: CommandActions,
): Promise<void> {
  await actions.react('confused')
  // Letters and hyphens only: the parser took nothing else as a name.
  const body = `There is no command \`${name.slice(0, 40)}\`.\n\n${helpText(commands)}`
  await actions.reply(`unknown:${asked.author.toLowerCase()}`, body)
}
