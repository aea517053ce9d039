import type { Tool } from '../tool.js'
import { readFile } from './read-file.js'
import { reportFinding } from './report-finding.js'
import { searchCode } from './search-code.js'

/** Every tool of the model, in the order it is sent: the order is part of the cached prefix. */
export const tools: readonly Tool[] = [readFile as Tool, searchCode as Tool, reportFinding as Tool]
