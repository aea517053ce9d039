import { z } from 'zod'
import { redact } from '../../lib/redact.js'
import { Refusal, type Tool } from '../tool.js'

const input = z.object({
  repository: z.string().describe('owner/name, one of those listed'),
  text: z.string().describe('An exact text, not a pattern'),
  glob: z.string().describe('Which files, such as *.py; empty for all'),
})

export const searchCode: Tool<z.infer<typeof input>> = {
  name: 'search_code',
  description:
    'Find lines that hold an exact text in one repository (this one at its head, others at their default branch).',
  input,
  counts: 'reading',
  run: async (request, { task }) => {
    if (!task.repositories.has(request.repository)) {
      throw new Refusal(`${request.repository} is not one of ${[...task.repositories.keys()].join(', ')}.`)
    }
    if (request.text.trim().length < 2) throw new Refusal('Search for at least two characters.')
    const hits = await task.search(request)
    if (hits.length === 0) return `No line of ${request.repository} holds ${JSON.stringify(request.text)}.`
    return redact(hits.map((hit) => `${hit.path}:${hit.line}: ${hit.text.trim().slice(0, 240)}`).join('\n'))
  },
}
