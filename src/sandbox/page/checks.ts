import { z } from 'zod'
import { type CheckRun, fullName, type Repository } from '../world.js'
import { type Html, html } from './html.js'
import { markdown } from './markdown.js'
import { checkSign, checkState, count } from './words.js'

const annotationShape = z.object({
  path: z.string(),
  start_line: z.number(),
  end_line: z.number(),
  annotation_level: z.string(),
  title: z.string().nullable(),
  message: z.string(),
})

export type Annotation = z.infer<typeof annotationShape>

export function annotationsOf(run: CheckRun): readonly Annotation[] {
  return run.annotations.map((each) => annotationShape.parse(each))
}

/** Every check with its conclusion, its summary and what it says of lines. */
export function checks(repository: Repository, runs: readonly CheckRun[]): Html {
  const none = html`<p class="faint">No check has reported on this commit yet.</p>`
  return html`<section id="checks"><h2>Checks</h2>${runs.length === 0 ? none : runs.map((run) => check(repository, run))}</section>`
}

function check(repository: Repository, run: CheckRun): Html {
  const annotations = annotationsOf(run)
  const notes = annotations.map((each) => html`<li>${annotationBox(repository, run, each)}</li>`)
  return html`<article class="check" id="check-${run.id}">
  <div class="check-head">${checkSign(run)} <strong>${run.name}</strong> <span class="label">${checkState(run)}</span></div>
  ${run.title === null ? html`<p class="faint">It has reported nothing yet.</p>` : html`<h3>${run.title}</h3>`}
  ${run.summary === null ? null : html`<div class="markdown">${markdown(run.summary)}</div>`}
  ${run.text === null ? null : html`<div class="markdown">${markdown(run.text)}</div>`}
  ${annotations.length === 0 ? null : html`<h4>${count(annotations.length, 'annotation')}</h4><ul class="annotations">${notes}</ul>`}
</article>`
}

/** What a check says of a line. Annotations are plain text on GitHub, and so they are here. */
export function annotationBox(repository: Repository, run: CheckRun, note: Annotation): Html {
  const place = `/${fullName(repository)}/blob/${run.head}/${encodeURI(note.path)}#L${note.start_line}`
  return html`<div class="annotation ${note.annotation_level}">
  <div class="annotation-head"><strong>${note.title ?? run.name}</strong> <a class="path" href="${place}">${note.path}:${note.start_line}</a></div>
  <div class="annotation-text">${note.message}</div>
</div>`
}
