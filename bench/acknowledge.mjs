// How long a signed webhook waits for its acknowledgement, which is given after it is durable: 200 deliveries a second,
// while every worker waits for a GitHub that never answers, and while every worker reviews all the time. Beside it, in
// the same run, a bare node:http server that only reads the body, and one that also writes it to a file and waits for the
// disk: what durable costs at the least. Every server is a process of its own, and the time is counted from when a
// delivery was due, so that a stall counts for all that waited behind it.
//
//   npm run build && node bench/acknowledge.mjs [SECONDS] [PER_SECOND]
import { spawn } from 'node:child_process'
import { createHmac, randomUUID } from 'node:crypto'
import { fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { Agent, createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const dist = (path) => new URL(`../dist/${path}`, import.meta.url).href
const roles = { github, bare, interlock }
const role = roles[process.env.BENCH_ROLE]
if (role) process.stdout.write(`${JSON.stringify(await role(JSON.parse(process.env.BENCH_GIVEN)))}\n`)
else await measure(Number(process.argv[2] ?? 5), Number(process.argv[3] ?? 200))

async function measure(seconds, perSecond) {
  const directory = mkdtempSync(join(tmpdir(), 'interlock-bench-'))
  const children = []
  const start = async (name, given) => {
    const env = { ...process.env, BENCH_ROLE: name, BENCH_GIVEN: JSON.stringify({ directory, ...given }) }
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.push(child)
    for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line)
    throw new Error(`${name} ended before it was ready`)
  }
  try {
    const world = await start('github')
    const { payload, environment, silentUrl } = world
    const rows = []
    for (const [name, role, given] of [
      ['bare node:http', 'bare', { durable: false }],
      ['bare, on disk', 'bare', { durable: true }],
      ['workers wait', 'interlock', { ...environment, githubApiUrl: silentUrl }],
      ['workers review', 'interlock', environment],
    ]) {
      const { port } = await start(role, { environment: given })
      await send(port, { payload, environment, seconds: 1, perSecond })
      rows.push({ name, ...(await send(port, { payload, environment, seconds, perSecond })) })
      children.pop().kill('SIGKILL')
    }
    show(rows, { seconds, perSecond, payload })
  } finally {
    for (const child of children) child.kill('SIGKILL')
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Sends deliveries when they are due, however long earlier ones take. */
async function send(port, { payload, environment, seconds, perSecond }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const signature = `sha256=${createHmac('sha256', environment.webhookSecrets[0]).update(payload).digest('hex')}`
  const began = performance.now()
  const waits = []
  const wrong = new Map()
  await Promise.all(
    Array.from({ length: seconds * perSecond }, async (_, at) => {
      const due = began + (at * 1000) / perSecond
      await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
      // A timer may be a little early: a delivery is never counted from before it was sent.
      const from = Math.min(due, performance.now())
      const status = await deliver({ port, agent, payload, signature })
      waits.push(performance.now() - from)
      if (status !== 202) wrong.set(status, (wrong.get(status) ?? 0) + 1)
    }),
  )
  agent.destroy()
  waits.sort((one, other) => one - other)
  return {
    p50: waits[Math.floor(waits.length * 0.5)],
    p99: waits[Math.floor(waits.length * 0.99)],
    max: waits.at(-1),
    wrong,
  }
}

function deliver({ port, agent, payload, signature }) {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(payload),
    'x-github-event': 'pull_request',
    'x-github-delivery': randomUUID(),
    'x-hub-signature-256': signature,
  }
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, agent, method: 'POST', path: '/api/github/webhooks', headers },
      (answer) => answer.resume().on('end', () => resolve(answer.statusCode)),
    )
    sent.on('error', reject).end(payload)
  })
}

function show(rows, { seconds, perSecond, payload }) {
  const kilobytes = (Buffer.byteLength(payload) / 1024).toFixed(0)
  console.log(
    `Acknowledgement of ${seconds * perSecond} signed deliveries of ${kilobytes} KB, ${perSecond} a second\n`,
  )
  const cell = (value) => `${value.toFixed(1)} ms`.padStart(10)
  console.log(
    `${''.padEnd(16)}${['p50', 'p99', 'longest', 'p50 / bare', 'p99 / bare'].map((each) => each.padStart(12)).join('')}`,
  )
  for (const { name, p50, p99, max, wrong } of rows) {
    const ratios = [p50 / rows[0].p50, p99 / rows[0].p99].map((each) => each.toFixed(1).padStart(12))
    console.log(
      `${name.padEnd(16)}${[p50, p99, max].map((each) => `  ${cell(each)}`).join('')}${ratios.join('')}`,
    )
    for (const [status, count] of wrong) console.log(`  ${count} answered with ${status}`)
  }
}

/** The sample organisation, and a GitHub that accepts connections and never answers. */
async function github({ directory }) {
  const { createSampleOrganisation, createSandbox } = await import(dist('sandbox/index.js'))
  const { readEnvironment } = await import(dist('settings/index.js'))
  const sandbox = await createSandbox({ directory: join(directory, 'github') })
  await createSampleOrganisation(sandbox)
  const silent = createServer(() => {})
  await new Promise((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const { appId, privateKey, webhookSecret } = sandbox.asApp()
  const environment = {
    ...readEnvironment({}),
    webhookSecrets: [webhookSecret],
    app: { id: appId, privateKey },
    githubUrl: sandbox.url,
    githubApiUrl: sandbox.apiUrl,
    sharePrivate: true,
  }
  const payload = JSON.parse(sandbox.deliveries.find((each) => each.event === 'pull_request').payload)
  // As large as GitHub's, which name every address of a repository.
  payload.pull_request.body = 'Renames `total`. '.repeat(1200)
  return {
    payload: JSON.stringify(payload),
    environment,
    silentUrl: `http://127.0.0.1:${silent.address().port}`,
  }
}

async function bare({ directory, environment: { durable } }) {
  const file = openSync(join(directory, 'bodies'), 'a')
  const server = createServer((asked, response) => {
    const chunks = []
    asked.on('data', (chunk) => chunks.push(chunk))
    asked.on('end', () => {
      if (durable) {
        writeSync(file, Buffer.concat(chunks))
        fsyncSync(file)
      }
      response.writeHead(202).end()
    })
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: server.address().port }
}

async function interlock({ directory, environment }) {
  const { assemble, createLog } = await import(dist('assembly/index.js'))
  const own = { ...environment, directory: mkdtempSync(join(directory, 'interlock-')) }
  const { app } = await assemble(own, createLog('silent'))
  return { port: await app.start(0, '127.0.0.1') }
}
