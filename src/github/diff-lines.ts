import { z } from 'zod'
import type { Anchor } from '../domain/diff.js'
import { understand } from './client/answer.js'
import type { RepositoryClient } from './client/client.js'

/** The lines on which GitHub takes a comment. */
export type DiffLines = { has(anchor: Anchor): boolean }

const filesShape = z.array(z.object({ filename: z.string(), patch: z.string().nullish() }))

/**
 * The lines of a pull request's diff as GitHub itself shows it: at most 3,000 files, some without a patch. Diffs are
 * computed by git; this is only asked after GitHub refused an anchor.
 */
export async function listDiffLines(client: RepositoryClient, number: number): Promise<DiffLines> {
  const listed = await client.octokit.paginate(client.octokit.rest.pulls.listFiles, {
    ...client.at,
    pull_number: number,
    per_page: 100,
  })
  const files = understand(filesShape, { data: listed }, 'the files of a pull request')
  const lines = new Set(
    files.flatMap(({ filename, patch }) => linesOf(patch ?? '').map((line) => `${filename}\0${line}`)),
  )
  return { has: ({ path, side, line }) => lines.has(`${path}\0${side}${line}`) }
}

/** `RIGHT12` for an added or context line of the new side, `LEFT9` for a removed line of the old side. */
function linesOf(patch: string): readonly string[] {
  const found: string[] = []
  let old = 0
  let fresh = 0
  for (const line of patch.split('\n')) {
    const header = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line)
    if (header) {
      old = Number(header[1])
      fresh = Number(header[2])
    } else if (line.startsWith('-')) found.push(`LEFT${old++}`)
    else if (line.startsWith('+')) found.push(`RIGHT${fresh++}`)
    else if (line.startsWith(' ')) {
      found.push(`RIGHT${fresh++}`)
      old++
    }
  }
  return found
}
