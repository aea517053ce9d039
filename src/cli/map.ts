import { systemMap } from '../analysis/index.js'
import type { SystemMap } from '../domain/system-map.js'
import { openRepository } from '../git/index.js'
import { UserError } from '../lib/errors.js'
import { renderMapMermaid, renderMapSvg, renderMapText } from '../report/index.js'
import { type LocalIndex, openLocalIndex } from './local-index.js'
import { progress } from './progress.js'
import { format, type Terminal, type Verb } from './verb.js'

const formats = ['text', 'mermaid', 'svg', 'json'] as const

/** Draws the system that the index knows: services, and the contracts between them. */
export const mapVerb: Verb = {
  name: 'map',
  usage: '[DIR…] [--format text|mermaid|svg|json]',
  summary: 'the services that were indexed (these folders first), and the contracts between them',
  options: { format: { type: 'string' } },
  takesArguments: true,
  run: async (given, terminal) => {
    const shape = format(given, formats)
    const shown = progress(terminal)
    const index = await openLocalIndex(terminal, shown.show)
    try {
      for (const directory of given.arguments) await add(index, directory)
      const repositories = await index.all()
      shown.done()
      if (repositories.length === 0)
        throw new UserError('nothing-indexed', 'Nothing is indexed yet: `interlock index DIR…` reads clones.')
      terminal.out(render(systemMap(repositories), shape, terminal))
      return 0
    } finally {
      shown.done()
      await index.close()
    }
  },
}

async function add(index: LocalIndex, directory: string): Promise<void> {
  const git = await openRepository(directory)
  try {
    await index.add(git, await git.resolve('HEAD'))
  } finally {
    await git.close()
  }
}

function render(map: SystemMap, shape: (typeof formats)[number], terminal: Terminal): string {
  switch (shape) {
    case 'mermaid':
      return renderMapMermaid(map)
    case 'svg':
      return renderMapSvg(map)
    case 'json':
      return `${JSON.stringify({ schema: 'interlock.map/1', ...map }, null, 1)}\n`
    case 'text':
      return renderMapText(map, { color: terminal.interactive.out, width: terminal.width })
  }
}
