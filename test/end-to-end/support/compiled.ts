import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Options, transformFileSync } from '@swc/core'
import { temporaryFolder } from '../../support/git.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))

const options: Options = {
  jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
  module: { type: 'es6' },
}

/** The program and one file of the tests as plain JavaScript in a folder of their own; gives where that file is. */
export function compiled(entry: string): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const path of ['src', entry].flatMap(filesAt)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    if (!path.endsWith('.ts')) cpSync(join(root, path), join(folder, path))
    else writeFileSync(join(folder, scriptOf(path)), transformFileSync(join(root, path), options).code)
  }
  return join(folder, scriptOf(entry))
}

function filesAt(path: string): readonly string[] {
  if (path.endsWith('.ts')) return [path]
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
}

function scriptOf(path: string): string {
  return path.replace(/\.ts$/, '.js')
}
