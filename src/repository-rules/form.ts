import { z } from 'zod'
import { languages } from '../languages/index.js'
import { modules } from './match-form.js'
import { rule, ruleId } from './rule-form.js'

/** Of all files of a repository together. */
export const maxRules = 200

const language = z
  .string()
  .max(40)
  .refine((id) => languages.some((each) => each.id === id), {
    error: () => `a language is ${languages.map(({ id }) => id).join(', ')}`,
  })
  .describe('`typescript` (JavaScript too), `python`, `go`, `java`, …')

const handlers = z.strictObject({
  request: z
    .array(z.strictObject({ parameter: z.int().min(0).max(20), member: z.string().max(100) }))
    .max(20)
    .exactOptional()
    .describe("Members of a handler's parameters that hold the received body."),
  requestFrom: z.array(z.string().max(100)).max(20).exactOptional(),
  returns: z.boolean().exactOptional().describe('What the handler returns is its answer.'),
  typedParameters: z.boolean().exactOptional(),
})

const example = z.strictObject({
  language,
  code: z.string().max(5_000),
  expect: z
    .array(z.string().max(300))
    .max(50)
    .describe('What the code says, in the order of its lines: `client http GET /orders/{}`.'),
})

export const form = z
  .strictObject({
    id: ruleId.describe('Names the framework in facts.'),
    languages: z.array(language).min(1).max(20),
    imports: modules.exactOptional().describe('Modules that it comes from; absent: globals.'),
    gate: z
      .array(z.string().min(3).max(100))
      .max(20)
      .exactOptional()
      .describe('Texts of which a file must hold one; absent: its imports.'),
    handlers: handlers.exactOptional().describe('How a handler receives and answers.'),
    rules: z.array(rule).min(1).max(maxRules),
    tests: z.array(example).max(50).exactOptional().describe('Run by `interlock facts --check-rules DIR`.'),
  })
  .describe('Rules of a repository for one framework of its own, for Interlock.')

/** The JSON Schema of a file of rules, for editors. */
export function rulesSchema(): unknown {
  return z.toJSONSchema(form, { io: 'input', reused: 'ref' })
}
