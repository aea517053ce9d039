import type { Command } from './engine/command.js'

/** The same review again on the current head: the same inputs give the same result. */
export const recheck: Command = {
  name: 'recheck',
  usage: '/recheck',
  description: 'Review the current head again.',
  // It costs machine time and tokens.
  whoCanUse: 'write',
  decide: () => ({ type: 'review' }),
}
