import { createHash } from 'node:crypto'
import type { FileDiff, Hunk } from '../domain/diff.js'
import type { Evidence, Finding } from '../domain/finding.js'
import type { Citation } from '../domain/place.js'
import { redact } from '../lib/redact.js'
import type { AgentTask } from './agent.js'

/** Everything the model is told at first, redacted, within a size; what was left out is said at the end. */
export type Pack = { readonly text: string; readonly omitted: readonly string[] }

/**
 * About 12,000 tokens, at 2.6 bytes a token for code: more text makes models find less (SWE-PRBench), and tools give
 * them the rest.
 */
const mostCharacters = 32_000

/** The share of the pack that the diff may take; evidence comes first and is never cut for it. */
const diffShare = 0.6

export function packOf(task: AgentTask, size = mostCharacters): Pack {
  const omitted: string[] = []
  const told = [
    section(
      'Repositories you may read',
      [...task.repositories].map(([name, commit]) => `- ${name} at ${commit.slice(0, 12)}`),
    ),
    section('Intent, as its author says it', [
      fence(`${task.intent.title}\n\n${task.intent.body.slice(0, 2000)}`),
    ]),
    section('Findings of the engine, already reported', task.findings.map(findingLine)),
    section('Evidence', task.evidence.map(evidenceLine)),
  ].filter((each) => each !== '')
  const room = Math.max(size * diffShare, size - told.join('').length)
  const diff = diffWithin(task.change.files, room, omitted)
  const text = [...told, section('Diff', [fence(diff)]), section('Left out', omitted)]
    .filter(Boolean)
    .join('\n')
  return { text: redact(text), omitted }
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${title}\n${lines.join('\n')}\n`
}

/**
 * Untrusted text between tags that it cannot close: the tag carries a digest of the text itself, which nobody can write
 * into it beforehand, and which stays the same for the same text so that the prompt's prefix can be cached.
 */
export function fence(text: string): string {
  const nonce = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return `<untrusted id="${nonce}">\n${text}\n</untrusted id="${nonce}">`
}

function findingLine(finding: Finding): string {
  const affected = finding.affected.map(placeText).join('; ')
  return `- ${finding.id} [${finding.status}, ${finding.level}] ${finding.title}${affected ? `: ${affected}` : ''}`
}

function evidenceLine(evidence: Evidence): string {
  const place = evidence.place
  return place
    ? `- [${evidence.id}] ${evidence.statement}\n  ${placeText(place)} | ${place.quote.slice(0, 200)}`
    : `- [${evidence.id}] ${evidence.statement}`
}

function placeText(place: Citation): string {
  return `${place.repository}@${place.commit.slice(0, 12)} ${place.path}:${place.line}`
}

/** The files' diffs, deletions first: a removed line is what breaks others. Whole hunks, until the room is used. */
function diffWithin(files: readonly FileDiff[], room: number, omitted: string[]): string {
  const parts: string[] = []
  let used = 0
  for (const file of [...files].sort(byDeletions)) {
    const text = fileText(file)
    if (used + text.length > room) {
      omitted.push(
        `- ${pathOf(file)} (${count(file, 'removed')} removed, ${count(file, 'added')} added): read it with read_file`,
      )
      continue
    }
    parts.push(text)
    used += text.length
  }
  return parts.join('\n')
}

function byDeletions(one: FileDiff, other: FileDiff): number {
  return Number(isTest(one)) - Number(isTest(other)) || count(other, 'removed') - count(one, 'removed')
}

function isTest(file: FileDiff): boolean {
  return /(^|\/)(tests?|__tests__)\/|[._]test\.|_test\.|(^|\/)test_/.test(pathOf(file))
}

function count(file: FileDiff, type: 'added' | 'removed'): number {
  return file.hunks.reduce((sum, hunk) => sum + hunk.lines.filter((line) => line.type === type).length, 0)
}

function pathOf(file: FileDiff): string {
  return file.new?.path ?? file.old?.path ?? ''
}

function fileText(file: FileDiff): string {
  const renamed = file.old && file.new && file.old.path !== file.new.path ? ` (was ${file.old.path})` : ''
  return [`--- ${pathOf(file)}${renamed}: ${file.status}`, ...file.hunks.map(hunkText)].join('\n')
}

/** Lines with their number on the side they stand on, so that the model need not count. */
function hunkText(hunk: Hunk): string {
  const sign = { context: ' ', added: '+', removed: '-' } as const
  return hunk.lines
    .map((line) => `${sign[line.type]}${String(line.new ?? line.old).padStart(5)} ${line.text}`)
    .join('\n')
}
