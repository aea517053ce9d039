/** Settings of git, by their full name. */
export type Settings = Readonly<Record<string, string>>

/**
 * Settings that hold for every command. They go through the environment, which outranks what a repository's own
 * configuration says, and which (unlike arguments) other users of the machine cannot read.
 */
const hardened: Settings = {
  'core.hooksPath': '/dev/null',
  'core.fsmonitor': 'false',
  'core.attributesFile': '/dev/null',
  'core.quotePath': 'false',
  // Since 2.43 a bare repository takes attributes from its HEAD: `*.ts -diff` there would hide a change. No such tree: none.
  'attr.tree': '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  'core.pager': '',
  'core.askPass': '',
  'credential.helper': '',
  'diff.suppressBlankEmpty': 'false',
  'gc.auto': '0',
  'maintenance.auto': 'false',
  'grep.fallbackToNoIndex': 'false',
  'i18n.logOutputEncoding': 'UTF-8',
  // It would run the program that the repository names for checking signatures.
  'log.showSignature': 'false',
  'protocol.allow': 'never',
  // The person who names a directory means it, also when somebody else owns it, as in a container.
  'safe.directory': '*',
  'submodule.recurse': 'false',
}

const inherited = ['PATH'] as const

/**
 * The whole environment of a git process: nothing of ours but `PATH`, so that no secret reaches it. Only `protocols` may
 * be spoken; for reading that is none, which also rules out fetching missing objects on demand.
 */
export function gitEnvironment(settings: Settings, protocols: readonly string[]): Record<string, string> {
  return {
    ...Object.fromEntries(inherited.map((name) => [name, process.env[name] ?? ''])),
    // Messages are read to tell failures apart.
    LC_ALL: 'C',
    HOME: '/nonexistent',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_ALLOW_PROTOCOL: protocols.join(':'),
    // A clone's index may hold `.gitattributes`, which decide what counts as binary. No index: no attributes.
    GIT_INDEX_FILE: '/nonexistent/index',
    ...settingsEnvironment({ ...hardened, ...settings }),
  }
}

function settingsEnvironment(settings: Settings): Record<string, string> {
  const entries = Object.entries(settings)
  const pairs = entries.flatMap(([name, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, name],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ])
  return { GIT_CONFIG_COUNT: String(entries.length), ...Object.fromEntries(pairs) }
}
