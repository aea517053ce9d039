import { git } from './run.js'

/** One file of a difference, as GitHub's API speaks of it. */
export type ChangedFile = {
  readonly path: string
  readonly previous: string | null
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed'
  readonly blob: string
  readonly additions: number
  readonly deletions: number
  /** Hunks as text; null for a binary file and for one without changed lines. */
  readonly patch: string | null
}

export type Row = {
  readonly type: 'added' | 'removed' | 'context'
  readonly old: number | null
  readonly new: number | null
  readonly text: string
}

export type PatchHunk = { readonly header: string; readonly rows: readonly Row[] }

/** What changed between two commits, by git, with renames found. */
export async function diffFiles(directory: string, base: string, head: string): Promise<ChangedFile[]> {
  const between = ['-M', '--full-index', base, head, '--']
  const names = await git(directory, ['diff', '--raw', '-z', ...between])
  const patches = piecesOf(await git(directory, ['diff', ...between]))
  return rawRows(names).map((row, at) => changedFile(row, patches[at] ?? ''))
}

/** A whole pull request as one unified diff. */
export function unifiedDiff(directory: string, base: string, head: string): Promise<string> {
  return git(directory, ['diff', '-M', '--full-index', base, head, '--'])
}

type RawRow = { readonly letter: string; readonly ids: readonly [string, string]; readonly paths: string[] }

function rawRows(out: string): RawRow[] {
  const cells = out.split('\0')
  const rows: RawRow[] = []
  for (let at = 0; cells[at]?.startsWith(':'); ) {
    const [, , old = '', fresh = '', letter = ''] = (cells[at] ?? '').split(' ')
    const two = /^[RC]/.test(letter)
    rows.push({ letter: letter.charAt(0), ids: [old, fresh], paths: cells.slice(at + 1, at + (two ? 3 : 2)) })
    at += two ? 3 : 2
  }
  return rows
}

/** One piece for each row: a change of type (file to link) is printed as two pieces with the same first line. */
function piecesOf(out: string): string[] {
  const pieces: string[] = []
  for (const piece of out.split(/^(?=diff --git )/m)) {
    const [title] = piece.split('\n', 1)
    const last = pieces.at(-1)
    if (last?.startsWith(`${title}\n`)) pieces[pieces.length - 1] = last + piece
    else if (piece !== '') pieces.push(piece)
  }
  return pieces
}

const statuses: Readonly<Record<string, ChangedFile['status']>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
}

function changedFile(row: RawRow, piece: string): ChangedFile {
  const from = piece.search(/^@@ /m)
  const patch = from < 0 ? null : piece.slice(from).replace(/\n$/, '')
  const rows = patch === null ? [] : parseHunks(patch).flatMap((hunk) => hunk.rows)
  return {
    path: row.paths.at(-1) ?? '',
    previous: row.paths.length > 1 ? (row.paths[0] ?? null) : null,
    status: statuses[row.letter] ?? 'changed',
    blob: row.letter === 'D' ? row.ids[0] : row.ids[1],
    additions: rows.filter((each) => each.type === 'added').length,
    deletions: rows.filter((each) => each.type === 'removed').length,
    patch,
  }
}

/** The hunks of one file's patch, every row with its numbers on both sides. */
export function parseHunks(patch: string): PatchHunk[] {
  return patch.split(/^(?=@@ )/m).map(parseHunk)
}

function parseHunk(source: string): PatchHunk {
  const [header = '', ...lines] = source.replace(/\n$/, '').split('\n')
  const [, oldStart = '1', newStart = '1'] = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(header) ?? []
  let old = Number(oldStart)
  let fresh = Number(newStart)
  const rows: Row[] = []
  for (const line of lines) {
    const text = line.slice(1)
    if (line.startsWith('+')) rows.push({ type: 'added', old: null, new: fresh++, text })
    else if (line.startsWith('-')) rows.push({ type: 'removed', old: old++, new: null, text })
    else if (!line.startsWith('\\')) rows.push({ type: 'context', old: old++, new: fresh++, text })
  }
  return { header, rows }
}
