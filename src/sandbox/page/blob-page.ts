import { findCommit, findObject, readBlob } from '../git/read.js'
import { fullName, type Repository } from '../world.js'
import { html } from './html.js'
import { layout } from './layout.js'

/** A file at a commit, its lines with numbers that can be linked to; null when there is no such file. */
export async function blobPage(
  repository: Repository,
  revision: string,
  path: string,
): Promise<string | null> {
  const commit = await findCommit(repository.directory, revision)
  const id = commit && (await findObject(repository.directory, `${commit}:${path}`))
  const bytes = id && (await readBlob(repository.directory, id))
  if (!commit || !bytes) return null
  const lines = bytes.toString('utf8').replace(/\n$/, '').split('\n')
  const rows = lines.map(
    (line, at) =>
      html`<tr id="L${at + 1}"><td class="number">${at + 1}</td><td class="code">${line}</td></tr>`,
  )
  const body = html`<div class="crumbs"><a href="/">${repository.owner}</a> / <strong>${repository.name}</strong></div>
  <article class="file">
    <div class="file-head"><span class="path">${path}</span> <code>${commit.slice(0, 7)}</code></div>
    <div class="scroll"><table class="code-table">${rows}</table></div>
  </article>`
  return layout({ title: `${path} · ${fullName(repository)}` }, body)
}
