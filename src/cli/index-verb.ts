import type { Indexing } from '../facts/index.js'
import { openRepository } from '../git/index.js'
import { UserError } from '../lib/errors.js'
import { openLocalIndex } from './local-index.js'
import { progress } from './progress.js'
import type { Verb } from './verb.js'

/** Remembers what clones say, so that `map` shows them together and the next reading takes only what is new. */
export const indexVerb: Verb = {
  name: 'index',
  usage: 'DIR…',
  summary: 'remember what these clones promise and rely on; again, only what is new is read',
  options: {},
  takesArguments: true,
  run: async (given, terminal) => {
    if (given.arguments.length === 0)
      throw new UserError('bad-usage', 'Which folders? Usage: interlock index DIR…')
    const shown = progress(terminal)
    const index = await openLocalIndex(terminal, shown.show)
    try {
      for (const directory of given.arguments) {
        const git = await openRepository(directory)
        try {
          const commit = await git.resolve('HEAD')
          const { how, name, facts } = await index.add(git, commit)
          shown.done()
          terminal.out(`${name}@${commit.slice(0, 7)}  ${facts} facts, ${said[how]}\n`)
        } finally {
          await git.close()
        }
      }
      return 0
    } finally {
      shown.done()
      await index.close()
    }
  },
}

const said: Readonly<Record<Indexing, string>> = {
  stood: 'nothing new',
  moved: 'brought up to date',
  built: 'read',
}
