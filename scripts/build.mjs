// Makes dist/ of src/: each source compiled by itself, and what is not code (prompts, samples, styles) carried over. Types
// are checked by `npm test`; a build only has to be quick, because `npm ci` waits for it.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [src, dist] = [join(root, 'src'), join(root, 'dist')]

const compiler = await import('@swc/core').catch(() => null)
if (!compiler) {
  // A production install (`npm ci --omit=dev`) brings dist/ with it and has no compiler.
  process.exit(existsSync(join(dist, 'main.js')) ? 0 : 1)
}

rmSync(dist, { recursive: true, force: true })
const isSample = (path) => relative(src, path).split(sep).includes('samples')
cpSync(src, dist, { recursive: true, filter: (path) => !path.endsWith('.ts') || isSample(path) })

const sources = readdirSync(src, { recursive: true, withFileTypes: true })
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => path.endsWith('.ts') && !isSample(path))

for (const source of sources) {
  const target = join(dist, relative(src, source)).replace(/\.ts$/, '.js')
  const { code, map } = compiler.transformFileSync(source, {
    configFile: false,
    swcrc: false,
    sourceMaps: true,
    sourceFileName: relative(dirname(target), source),
    jsc: { target: 'es2023', parser: { syntax: 'typescript' }, transform: { verbatimModuleSyntax: true } },
    module: { type: 'es6' },
  })
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, `${code}\n//# sourceMappingURL=${target.slice(target.lastIndexOf(sep) + 1)}.map\n`)
  writeFileSync(`${target}.map`, map ?? '')
}

// Facts are kept under the name of what made them: told once here, so that no start has to read the whole program.
const { computeVersion, versionFile } = await import(pathToFileURL(join(dist, 'extraction', 'version.js')))
writeFileSync(versionFile, computeVersion())
