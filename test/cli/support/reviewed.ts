import { z } from 'zod'
import { parseBySchema } from './schema.js'

const citation = z.object({ repository: z.string(), commit: z.string(), path: z.string(), line: z.number() })

const reviewed = z.object({
  base: z.string(),
  head: z.string(),
  conclusion: z.string(),
  findings: z.array(
    z.object({
      rule: z.string(),
      status: z.string(),
      level: z.string(),
      title: z.string(),
      cause: citation,
      affected: z.array(citation),
    }),
  ),
  coverage: z.object({
    changed: z.number(),
    inspected: z.number(),
    repositories: z.array(z.object({ repository: z.string(), commit: z.string() })),
    skipped: z.array(z.object({ path: z.string(), reason: z.string() })),
  }),
})

export type ReviewedJson = z.infer<typeof reviewed>

/** What `review --format json` wrote, held against its schema. */
export function readReview(text: string): ReviewedJson {
  return reviewed.parse(parseBySchema('review', text))
}

/** Each finding that blocks as `rule path:line <- who:line, …`: both sides of every break, and nothing else. */
export function breaks({ findings }: ReviewedJson): readonly string[] {
  return findings
    .filter((each) => each.level === 'block')
    .map(({ rule, cause, affected }) => {
      const who = affected.map((each) => `${each.repository}/${each.path}:${each.line}`)
      return `${rule} ${cause.path}:${cause.line} <- ${who.sort().join(', ')}`
    })
    .sort()
}
