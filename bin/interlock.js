#!/usr/bin/env node
import { existsSync } from 'node:fs'

const main = new URL('../dist/main.js', import.meta.url)
if (!existsSync(main)) {
  console.error('interlock: not built yet. Run `npm ci` (or `npm run build`) in this folder first.')
  process.exit(2)
}
const { run } = await import(main.href)
process.exitCode = await run(process.argv.slice(2))
