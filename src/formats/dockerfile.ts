import { type Arg, DockerfileParser, Env, From, type Instruction, type Property } from 'dockerfile-ast'
import type { Fact } from '../domain/fact.js'
import type { Format } from '../domain/format.js'
import { messageOf } from '../lib/errors.js'
import { requestsIn } from './shared/command.js'
import { elementFact, readVariable, setVariable } from './shared/fact-of.js'
import { imageFact } from './shared/image.js'
import { referencesIn } from './shared/references.js'
import { clientFact } from './shared/url.js'

/** Dockerfiles: the images they build on, arguments they take, variables they set and read when started, and their ports. */
export const dockerfile: Format = {
  id: 'dockerfile',
  mayBe: (path) =>
    /(?:^|\/)(?:Dockerfile|Containerfile)(?:[._-](?!dockerignore|md$|j2$|tmpl$)[\w.-]*)?$|\.(?:dockerfile|Dockerfile)$/.test(
      path,
    ),
  facts: (path, text) => {
    if (text.length > maxLength || !/^[ \t]*FROM\s/im.test(text)) return { facts: [], problems: [] }
    try {
      return { facts: factsOf(DockerfileParser.parse(text).getInstructions()), problems: [] }
    } catch (error) {
      return { facts: [], problems: [{ problem: `is not a Dockerfile: ${messageOf(error)}`, path }] }
    }
  },
}

/** The parser's time grows faster than the text; longer ones are generated. */
const maxLength = 100_000

type Known = {
  /** Values of arguments and variables that the file itself gives. */
  readonly values: Map<string, string>
  readonly stages: Set<string>
}

function factsOf(instructions: readonly Instruction[]): readonly Fact[] {
  const known: Known = { values: new Map(), stages: new Set() }
  return instructions.flatMap((instruction) => {
    const read = readers[instruction.getKeyword()]
    return read ? read(instruction, instruction.getRange().start.line + 1, known) : []
  })
}

type Read = (instruction: Instruction, line: number, known: Known) => readonly Fact[]

const readers: Readonly<Record<string, Read | undefined>> = {
  ARG: (instruction, line, known) => argumentFacts(instruction as Arg, line, known),
  ENV: (instruction, _line, known) =>
    instruction instanceof Env
      ? instruction.getProperties().flatMap((each) => variableFacts(each, known))
      : [],
  FROM: imageFacts,
  EXPOSE: (instruction, line, { values }) =>
    wordsOf(instruction).flatMap((word) => {
      const port = filled(word.replace(/\/(?:tcp|udp)$/, ''), values)
      return /^\d{1,5}$|^\$\{?\w+\}?$/.test(port)
        ? elementFact({ line, rule: 'dockerfile.port' }, 'declares', ['port', '{file}', port])
        : []
    }),
  HEALTHCHECK: (instruction, line, known) => [
    ...requestsIn(textOf(instruction)).flatMap(({ method, url }) =>
      clientFact({ line, rule: 'dockerfile.health' }, method, filled(url, known.values)),
    ),
    ...startFacts(instruction, line, known),
  ],
  ENTRYPOINT: startFacts,
  CMD: startFacts,
}

/** An argument of the build is read there; one that another stage gave a default has it here too. */
function argumentFacts(instruction: Arg, _line: number, { values }: Known): readonly Fact[] {
  return instruction.getPropertyArguments().flatMap((argument) => {
    const [name = '', value] = argument.getValue().split(/=(.*)/s)
    if (givenByBuilder.test(name)) return []
    if (value !== undefined) values.set(name, value.replace(/^(["'])(.*)\1$/, '$2'))
    const line = argument.getRange().start.line + 1
    return readVariable({ line, rule: 'dockerfile.argument' }, name, values.has(name))
  })
}

const givenByBuilder =
  /^(?:(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)|BUILDKIT_\w+|SOURCE_DATE_EPOCH|(?:https?|no|ftp|all)_proxy)$/i

function variableFacts(property: Property, { values }: Known): readonly Fact[] {
  const [name, value] = [property.getName(), property.getValue()]
  if (value !== null) values.set(name, filled(value, values))
  return setVariable({ line: property.getRange().start.line + 1, rule: 'dockerfile.variable' }, name, value)
}

function imageFacts(instruction: Instruction, line: number, { values, stages }: Known): readonly Fact[] {
  if (!(instruction instanceof From)) return []
  const image = filled(instruction.getImage() ?? '', values)
  const isStage = stages.has(image.toLowerCase())
  const stage = instruction.getBuildStage()
  if (stage) stages.add(stage.toLowerCase())
  return isStage ? [] : imageFact({ line, rule: 'dockerfile.image' }, 'uses', image)
}

/** Variables that are read when the container starts or is checked. */
function startFacts(instruction: Instruction, line: number, { values }: Known): readonly Fact[] {
  return referencesIn(textOf(instruction), 'bare').flatMap(({ name, hasDefault }) =>
    readVariable({ line, rule: 'dockerfile.start' }, name, hasDefault || values.has(name)),
  )
}

function wordsOf(instruction: Instruction): readonly string[] {
  return instruction.getArguments().map((argument) => argument.getValue())
}

/** The instruction as the shell will read it, whether it is a list of words or a line. */
function textOf(instruction: Instruction): string {
  const text = wordsOf(instruction).join(' ')
  return /^(?:CMD )?\[.*\]$/.test(text) ? text.replace(/[[\]",]+/g, ' ') : text
}

/** References to what the file gave before are replaced by it. */
function filled(text: string, values: Known['values']): string {
  return text
    .slice(0, 1_000)
    .replace(
      /\$(?:\{(\w+)(?::?-([^{}]*))?\}|(\w+))/g,
      (all, braced?: string, fallback?: string, plain?: string) => {
        const value = values.get(braced ?? plain ?? '') ?? fallback ?? all
        return value.length > 200 ? all : value
      },
    )
}
