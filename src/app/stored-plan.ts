import { z } from 'zod'
import type { PublishPlan } from '../domain/plan.js'

const text = z.string()
const line = z.number().int()
const annotation = z.object({
  path: text,
  startLine: line,
  endLine: line,
  level: z.enum(['failure', 'warning', 'notice']),
  title: text,
  message: text,
})
const check = z.object({
  name: z.enum(['Interlock', 'Interlock AI review']),
  conclusion: z.enum(['success', 'failure', 'neutral']),
  title: text,
  summary: text,
  annotations: z.array(annotation),
})
const comment = z.object({
  fingerprint: text,
  anchor: z.object({ path: text, line, side: z.enum(['LEFT', 'RIGHT']) }),
  body: text,
})
const stored = z.object({
  plan: z.object({
    head: text,
    checks: z.tuple([check, check]),
    comments: z.array(comment),
    summary: text.nullable(),
    open: z.array(text),
    opinionsStand: z.boolean().default(false),
  }),
})

/** The plan of a stored review; null when it was stored by a version that wrote another shape. */
export function storedPlan(review: unknown): PublishPlan | null {
  return stored.safeParse(review).data?.plan ?? null
}
