import { type ChangedFile, parseHunks, type Row } from '../git/diff.js'
import { type Thread, threadsOf } from '../graphql/threads.js'
import type { FoundPull } from '../pulls.js'
import type { CheckRun } from '../world.js'
import { type Annotation, annotationBox, annotationsOf } from './checks.js'
import { diffRow, hunkRow, noteRow } from './diff-rows.js'
import { type Content, type Html, html } from './html.js'
import { threadBox } from './remarks.js'
import { count, fileAnchor } from './words.js'

type Noted = { readonly run: CheckRun; readonly note: Annotation }

/** What changed, with threads and annotations below their lines. */
export function filesChanged(
  found: FoundPull,
  files: readonly ChangedFile[],
  runs: readonly CheckRun[],
): Html {
  const threads = threadsOf(found.repository, found.pull)
  const notes = runs.flatMap((run) => annotationsOf(run).map((note) => ({ run, note })))
  const sum = (of: (file: ChangedFile) => number): number => files.reduce((all, each) => all + of(each), 0)
  return html`<section id="files"><h2>Files changed</h2>
  <p class="faint">${count(files.length, 'file')}: <span class="plus">+${sum((each) => each.additions)}</span> <span class="minus">−${sum((each) => each.deletions)}</span></p>
  ${files.map((file) => fileBox(found, file, { threads, notes }))}
</section>`
}

type Remarks = { readonly threads: readonly Thread[]; readonly notes: readonly Noted[] }

function fileBox(found: FoundPull, file: ChangedFile, remarks: Remarks): Html {
  const threads = remarks.threads.filter((each) => each.root.path === file.path)
  const notes = remarks.notes.filter((each) => each.note.path === file.path)
  const hunks = file.patch === null ? [] : parseHunks(file.patch)
  const rows = hunks.flatMap((hunk) => hunk.rows)
  const far = notes.filter(({ note }) => !rows.some((row) => isNoted(row, note)))
  const body = hunks.map((hunk) => [
    hunkRow(hunk.header),
    hunk.rows.map((row) => [diffRow(row), remarksBelow(found, row, { threads, notes })]),
  ])
  return html`<article class="file" id="${fileAnchor(file.path)}">
  <div class="file-head"><span class="path">${file.previous === null ? file.path : `${file.previous} → ${file.path}`}</span>
    <span class="label">${file.status}</span> <span class="plus">+${file.additions}</span> <span class="minus">−${file.deletions}</span></div>
  ${far.map((each) => annotationBox(found.repository, each.run, each.note))}
  ${hunks.length === 0 ? html`<p class="faint padded">No lines to show.</p>` : html`<div class="scroll"><table class="code-table">${body}</table></div>`}
</article>`
}

function isNoted(row: Row, note: Annotation): boolean {
  return row.new === note.end_line
}

function remarksBelow(found: FoundPull, row: Row, { threads, notes }: Remarks): Content {
  const own = threads.filter(
    ({ root }) => root.line !== null && root.line === (root.side === 'LEFT' ? leftOf(row) : row.new),
  )
  return [
    ...notes
      .filter(({ note }) => isNoted(row, note))
      .map((each) => noteRow(annotationBox(found.repository, each.run, each.note))),
    ...own.map((each) => noteRow(threadBox(each, 0))),
  ]
}

function leftOf(row: Row): number | null {
  return row.type === 'removed' ? row.old : null
}
