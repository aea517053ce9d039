import type { CommitId } from '../domain/blob.js'
import { UserError } from '../lib/errors.js'
import { requireSuccess } from './failure.js'
import type { GrepHit, GrepQuery } from './git.js'
import { printable, requireCommitId } from './names.js'
import { runGit } from './run.js'

/** Longer lines are cut: a minified file must not fill the answer. */
const maxLine = 500

/** So much of one line is held while it is read. */
const maxHeld = 16 * 1024 * 1024

const timeout = 20_000

/** Perl's dialect is what people write, and its engine bounds what a hostile pattern can cost; POSIX's does not. */
const plain = ['-n', '-I', '-z', '--full-name', '--no-color', '--no-textconv', '--no-recurse-submodules']

export async function grepCommit(
  directory: string,
  commit: CommitId,
  query: GrepQuery,
): Promise<readonly GrepHit[]> {
  if (query.text === '' || /[\n\0]/.test(query.text)) {
    throw new UserError('bad-pattern', 'A search needs a text of one line.')
  }
  if (query.limit < 1) return []
  const hits: GrepHit[] = []
  const take = readHits(`${requireCommitId(commit)}:`, (hit) => hits.push(hit) < query.limit)
  const pathspec = query.glob === undefined ? [] : pathspecs(query.glob)
  const args = [...plain, query.regex ? '-P' : '-F', '-e', query.text, commit, '--', ...pathspec]
  const run = await runGit({ command: 'grep', args, directory, timeout, onOutput: take })
  if (run.ended === 'enough') return hits
  if (/could not fetch .* from promisor/.test(run.complaint)) {
    throw new UserError(
      'partial-clone',
      'This clone lacks the contents of some files, and cannot be searched.',
    )
  }
  const badPattern =
    /-e option, .*|command line, .*|cannot use Perl.*|pcre2?_.*|.*backtracking limit.*/i.exec(run.complaint)
  if (badPattern) {
    throw new UserError(
      'bad-pattern',
      `\`${printable(query.text)}\` cannot be searched: ${printable(badPattern[0])}`,
    )
  }
  requireSuccess('searching', run, [0, 1])
  return hits
}

/** Both ways in which people mean a glob: `*.ts` in every folder, and `src/**` with `/*.ts` for any depth, none included. */
function pathspecs(glob: string): readonly string[] {
  return [`:(top)${glob}`, `:(top,glob)${glob}`]
}

/**
 * A taker of output that reads `<commit>:<path>\0<line>\0<text>\n`; a path may hold newlines, so the order matters. It
 * answers false when `give` does: no more is wanted.
 */
function readHits(prefix: string, give: (hit: GrepHit) => boolean): (piece: Buffer) => boolean {
  let rest = Buffer.alloc(0)
  return (piece) => {
    rest = Buffer.concat([rest, piece])
    let start = 0
    for (;;) {
      const zero = rest.indexOf(0, start)
      const end = zero < 0 ? -1 : rest.indexOf(10, zero)
      if (end < 0) break
      const path = rest.toString('utf8', start + prefix.length, zero)
      if (!give(readHit(path, rest.subarray(zero + 1, end)))) return false
      start = end + 1
    }
    rest = rest.subarray(start)
    return rest.length <= maxHeld
  }
}

/** `<line>\0<text>`; other versions of git write `:` after the number. */
function readHit(path: string, record: Buffer): GrepHit {
  const line = /^\d+/.exec(record.toString('latin1', 0, 20))?.[0] ?? ''
  const start = line.length + 1
  // Four bytes are the longest character.
  const text = record.toString('utf8', start, start + maxLine * 4)
  return { path, line: Number(line), text: text.slice(0, maxLine) }
}
