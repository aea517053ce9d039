import { z } from 'zod'
import { redact } from '../../lib/redact.js'
import { Refusal, type Tool } from '../tool.js'

const input = z.object({
  repository: z.string().describe('owner/name, one of those listed'),
  side: z.enum(['base', 'head']).describe('head, except for what this pull request removed'),
  path: z.string(),
  start_line: z.int(),
  end_line: z.int(),
})

/** More lines than this are never needed to judge one place. */
const mostLines = 200

export const readFile: Tool<z.infer<typeof input>> = {
  name: 'read_file',
  description: `Read lines of a file, numbered. At most ${mostLines} lines a call.`,
  input,
  counts: 'reading',
  run: async (request, { task }) => {
    if (!task.repositories.has(request.repository)) {
      throw new Refusal(`${request.repository} is not one of ${[...task.repositories.keys()].join(', ')}.`)
    }
    const lines = await task.readFile(request)
    if (!lines)
      throw new Refusal(`There is no file ${request.path} in ${request.repository} at ${request.side}.`)
    const start = Math.max(1, request.start_line)
    const end = Math.min(lines.length, request.end_line, start + mostLines - 1)
    if (start > lines.length) throw new Refusal(`${request.path} has ${lines.length} lines.`)
    const shown = lines.slice(start - 1, end).map((line, index) => `${start + index}| ${line}`)
    const more = end < lines.length ? `\n(${lines.length} lines in all)` : ''
    return redact(shown.join('\n')) + more
  },
}
