import type { Framework } from '../domain/framework.js'

/** Environment variables of Node, Vite, Bun and Deno. */
export const nodeEnvironment: Framework = {
  id: 'node-environment',
  languages: ['typescript'],
  // The name of the object and not the word, which half of all programs have a folder of.
  gate: [
    ...['process.', 'process?', 'process!', 'process[', 'process;', 'process,', 'process }', 'process}'],
    ...['process)', 'process\n', 'process\r', 'process as ', "'process'", '"process"', 'node:process'],
    ...['import.meta', 'Bun.env', 'Deno.env'],
  ],
  rules: [
    {
      id: 'member',
      emit: 'environment',
      match: {
        on: 'member',
        name: [],
        receiver: ['process.env', 'import.meta.env', 'Bun.env', 'window.process.env'],
      },
      variable: 'member',
      except: ['DEV', 'PROD', 'SSR', 'MODE', 'BASE_URL'],
    },
    {
      id: 'deno',
      emit: 'environment',
      match: { on: 'call', name: ['get'], receiver: ['Deno.env'] },
      variable: 'argument 0',
    },
  ],
}
