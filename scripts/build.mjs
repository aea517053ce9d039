// Compiles src/ to dist/ and carries over what the compiler leaves behind: prompts, samples and pages.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)

let tsc
try {
  tsc = require.resolve('typescript/bin/tsc')
} catch {
  // A production install (`npm ci --omit=dev`) brings dist/ with it and has no compiler.
  process.exit(existsSync(`${root}dist/main.js`) ? 0 : 1)
}

rmSync(`${root}dist`, { recursive: true, force: true })
const built = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
if (built.status !== 0) process.exit(built.status ?? 1)
cpSync(`${root}src`, `${root}dist`, {
  recursive: true,
  filter: (path) => !path.endsWith('.ts') || path.includes('/samples/'),
})
