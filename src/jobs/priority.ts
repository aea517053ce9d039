/** Who waits decides who goes first: a person at a prompt before a person's push, that before a bot's, upkeep last. */
export const priority = { command: 40, person: 30, bot: 20, reconcile: 10, backfill: 0 } as const
