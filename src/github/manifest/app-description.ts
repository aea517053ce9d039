import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const shape = z
  .object({
    name: z.string(),
    description: z.string(),
    public: z.boolean(),
    default_permissions: z.record(z.string(), z.enum(['read', 'write'])),
    default_events: z.array(z.string()),
  })
  .readonly()

/** The app as `app.yml` describes it, in the words of GitHub's manifest. */
export type AppDescription = z.infer<typeof shape>

/** What `app.yml` says: it lies at the root of the package, beside `dist`, and is the one place for permissions. */
export function readAppDescription(): AppDescription {
  return shape.parse(parse(readFileSync(new URL('../../../app.yml', import.meta.url), 'utf8')))
}
