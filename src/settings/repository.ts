import { parseDocument } from 'yaml'
import { z } from 'zod'
import type { Problem } from '../domain/blob.js'

/** Where a repository says how it wants to be reviewed. Always read from the base, never from the pull request. */
export const settingsPath = '.github/interlock.yml'

const level = z.enum(['off', 'note', 'warn', 'block'])

const schema = z
  .strictObject({
    enabled: z
      .boolean()
      .default(true)
      .describe('false: both checks conclude as neutral and nothing else is said.'),
    rules: z
      .record(z.string(), level)
      .default({})
      .describe('The level of a rule by its id, such as `http.route-removed: warn`. `off` silences it.'),
    comments: z
      .strictObject({
        max: z
          .int()
          .min(0)
          .max(10)
          .default(10)
          .describe('Review comments on lines; the rest goes to the summary.'),
      })
      .default({ max: 10 }),
    incomplete: z
      .enum(['neutral', 'failure', 'success'])
      .default('neutral')
      .describe(
        'What the required check concludes when a changed file could not be inspected and nothing blocks.',
      ),
    paths: z
      .strictObject({
        ignore: z
          .array(z.string())
          .default([])
          .describe('Globs of files that are never inspected: generated code.'),
      })
      .default({ ignore: [] }),
    ai: z
      .strictObject({
        enabled: z.boolean().default(true).describe('false: the model never sees this repository.'),
      })
      .default({ enabled: true }),
  })
  .describe('Settings of Interlock for one repository.')

export type RepositorySettings = Readonly<z.infer<typeof schema>>

export const defaultSettings: RepositorySettings = schema.parse({})

/** The settings that a file holds. A file that is wrong gives the defaults and says, in one problem a mistake, why. */
export function readSettings(text: string | null): {
  settings: RepositorySettings
  problems: readonly Problem[]
} {
  if (text === null || text.trim() === '') return { settings: defaultSettings, problems: [] }
  const document = parseDocument(text, { prettyErrors: true, maxAliasCount: 10 } as object)
  const [broken] = document.errors
  if (broken)
    return wrong([
      { problem: firstLine(broken.message), path: settingsPath, line: broken.linePos?.[0].line ?? 1 },
    ])
  const parsed = schema.safeParse(document.toJS() ?? {})
  if (parsed.success) return { settings: parsed.data, problems: [] }
  return wrong(
    parsed.error.issues.map((each) => ({
      problem: `${each.path.join('.') || 'settings'}: ${each.message}`,
      path: settingsPath,
      line: 1,
    })),
  )
}

/** The JSON Schema of the settings file, for editors. */
export function settingsSchema(): unknown {
  return z.toJSONSchema(schema, { io: 'input' })
}

function wrong(problems: readonly Problem[]): { settings: RepositorySettings; problems: readonly Problem[] } {
  return { settings: defaultSettings, problems }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text
}
