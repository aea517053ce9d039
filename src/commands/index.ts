/**
 * What people may ask on a pull request: one file a command, decided as a value before anything is done. Deliberately
 * absent: permissions read from a payload, commands in edited comments, and commands from bots.
 */
import type { Command } from './engine/command.js'
import { helpFor } from './help.js'
import { recheck } from './recheck.js'

const entries: readonly Command[] = [recheck]

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [...entries, helpFor(entries)]

export type { Command, CommandActions, Decision } from './engine/command.js'
export { parseCommand, type WrittenCommand } from './engine/parse-command.js'
export { runCommand } from './engine/run-command.js'
