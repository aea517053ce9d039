import { z } from 'zod'
import { unprocessable } from '../http/refusal.js'
import type { CheckRun } from '../world.js'

const statuses = ['queued', 'in_progress', 'completed', 'waiting', 'requested', 'pending'] as const
const conclusions = [
  'action_required',
  'cancelled',
  'failure',
  'neutral',
  'success',
  'skipped',
  'stale',
  'timed_out',
] as const

/** Long texts are refused from 65,536 characters on; annotations are counted in bytes, up to 64 KB. */
const longText = z.string().max(65_535)
const annotationText = z.string().refine((text) => Buffer.byteLength(text) <= 65_536, '64 KB at most')

const annotation = z
  .strictObject({
    path: z.string().min(1),
    start_line: z.number().int().min(0),
    end_line: z.number().int().min(0),
    start_column: z.number().int().optional(),
    end_column: z.number().int().optional(),
    annotation_level: z.enum(['notice', 'warning', 'failure']),
    message: annotationText.min(1),
    title: z.string().max(255).optional(),
    raw_details: annotationText.optional(),
  })
  .refine((each) => each.end_line >= each.start_line, 'end_line must not precede start_line')
  .refine(
    (each) => each.start_line === each.end_line || (each.start_column ?? each.end_column) === undefined,
    'columns are allowed only when start_line and end_line are the same',
  )

const output = z.strictObject({
  title: z.string().optional(),
  summary: longText,
  text: longText.optional(),
  annotations: z.array(annotation).max(50).optional(),
  images: z
    .array(z.strictObject({ alt: z.string(), image_url: z.string(), caption: z.string().optional() }))
    .optional(),
})

const action = z.strictObject({
  label: z.string().max(20),
  description: z.string().max(40),
  identifier: z.string().max(20),
})

const fields = {
  details_url: z.url().optional(),
  external_id: z.string().optional(),
  status: z.enum(statuses).optional(),
  started_at: z.iso.datetime({ offset: true }).optional(),
  conclusion: z.enum(conclusions).optional(),
  completed_at: z.iso.datetime({ offset: true }).optional(),
  output: output.optional(),
  actions: z.array(action).max(3).optional(),
}

export const updateBody = z.strictObject({ ...fields, name: z.string().min(1).optional() })

/** GitHub's title is required when a run is created with an output. */
export const createBody = z.strictObject({
  ...fields,
  name: z.string().min(1),
  head_sha: z.string(),
  output: output.extend({ title: z.string() }).optional(),
})

type Completion = Pick<CheckRun, 'status' | 'conclusion' | 'completedAt'>

/** How far the run is. A conclusion completes it; completing without one is refused, which the schema cannot say. */
export function completion(run: CheckRun, body: z.infer<typeof updateBody>, now: string): Completion {
  const status = body.conclusion ? 'completed' : (body.status ?? run.status)
  if (status !== 'completed') return { status, conclusion: null, completedAt: null }
  const conclusion = body.conclusion ?? (body.status === undefined ? run.conclusion : null)
  if (!conclusion) throw unprocessable('Invalid request.\n\nMissing required key: conclusion.')
  return { status, conclusion, completedAt: body.completed_at ?? now }
}
