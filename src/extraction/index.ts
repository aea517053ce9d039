/**
 * Facts of files, made beside the program: one child process parses and reads, so that no text, however crafted, holds up
 * or breaks the process that answers GitHub. The child has none of our secrets, no network to speak of and bounded memory;
 * a file that it cannot bear costs that file. Deliberately absent: git and paths on disk (it is given texts), the cache, and
 * anything of more than one file.
 */
export { createExtraction } from './extraction.js'
export { extractorVersion } from './version.js'
