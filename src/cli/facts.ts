import { type ElementKind, elementKinds } from '../domain/element-fact.js'
import type { FactKind } from '../domain/fact.js'
import { openRepository } from '../git/index.js'
import { UserError } from '../lib/errors.js'
import { matchesPath } from '../lib/path-pattern.js'
import { createMeans } from '../means.js'
import { factRow, renderFacts } from '../report/index.js'
import { runCheck } from './check-rules.js'
import { progress } from './progress.js'
import { format, text, type Verb } from './verb.js'

/** Prints what the engine understood of a repository, one fact a row. */
export const factsVerb: Verb = {
  name: 'facts',
  usage: '--repo DIR [--rev REV] [--kind route,…] [--path GLOB] [--format text|json] [--check-rules DIR]',
  summary: 'what is understood of a repository, and what is not',
  options: {
    repo: { type: 'string' },
    rev: { type: 'string' },
    kind: { type: 'string' },
    path: { type: 'string' },
    format: { type: 'string' },
    'check-rules': { type: 'string' },
  },
  run: async (given, terminal) => {
    const shape = format(given, ['text', 'json'])
    const rules = text(given, 'check-rules', null)
    if (rules !== null) return runCheck(rules, terminal)
    const kinds = kindsIn(text(given, 'kind', ''))
    const glob = text(given, 'path', null)
    const shown = progress(terminal)
    const git = await openRepository(text(given, 'repo', terminal.directory))
    try {
      const means = await createMeans({ agent: null, progress: shown.show })
      const { facts, problems } = await means.factsOf(git, await git.resolve(text(given, 'rev', 'HEAD')))
      const wanted = facts.filter(
        ({ fact, path }) =>
          (kinds.length === 0 || kinds.includes(fact.kind)) && (glob === null || matchesPath(glob, path)),
      )
      shown.done()
      terminal.out(
        shape === 'json'
          ? `${JSON.stringify({ schema: 'interlock.facts/1', facts: wanted.map(factRow), problems }, null, 1)}\n`
          : renderFacts(wanted, problems, { color: terminal.interactive.out, width: terminal.width }),
      )
      return 0
    } finally {
      shown.done()
      await git.close()
    }
  },
}

function kindsIn(given: string): readonly string[] {
  const asked = given.split(',').filter(Boolean)
  const unknown = asked.find((each) => !factKinds.some((kind) => kind === each))
  if (unknown === undefined) return asked
  throw new UserError('bad-usage', `There is no kind \`${unknown}\` of facts: use ${factKinds.join(', ')}.`)
}

/** Every kind there is; the compiler sees to it that none is missing. */
const factKinds: readonly FactKind[] = [
  ...(Object.keys({
    route: true,
    client: true,
    field: true,
    environment: true,
    mount: true,
    wrapper: true,
    result: true,
    shape: true,
  } satisfies Record<Exclude<FactKind, ElementKind>, true>) as readonly Exclude<FactKind, ElementKind>[]),
  ...elementKinds,
]
