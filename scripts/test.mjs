// Everything that must hold, at the same time: types, lint and the floors of the house beside the tests, which wait for
// processes and sockets half of their time. What holds says one line, what does not says why.
import { spawn } from 'node:child_process'

const jest = {
  ...process.env,
  NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
}

const outcomes = await Promise.all([
  quietly('types', ['tsc', '--noEmit']),
  quietly('lint', ['biome', 'check', '--error-on-warnings', '.']),
  quietly('floors', ['depcruise', '--config', '.dependency-cruiser.mjs', 'src']),
  run(['jest', ...process.argv.slice(2)], { stdio: 'inherit', env: jest }),
])
process.exitCode = outcomes.every((code) => code === 0) ? 0 : 1

/** The exit code of a check, whose words are shown only when it fails. */
async function quietly(name, command) {
  const words = []
  const code = await run(command, { stdio: ['ignore', 'pipe', 'pipe'] }, (chunk) => words.push(chunk))
  process.stderr.write(
    code === 0 ? `${name}: fine\n` : `${name}: failed\n${Buffer.concat(words).toString()}\n`,
  )
  return code
}

function run([program, ...args], options, hear) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, shell: process.platform === 'win32' })
    for (const stream of [child.stdout, child.stderr]) if (hear) stream?.on('data', hear)
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}
