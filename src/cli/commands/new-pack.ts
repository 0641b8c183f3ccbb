import { mkdir, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { newPack } from '#pack/new-pack.ts'
import { optionText, sayNotes, sayProblem, usageError, type Call, type Command } from '#cli/command.ts'
import { exitCodes, type ExitCode } from '#cli/exit-codes.ts'
import { openBook } from '#cli/open-book.ts'

/** `steward new-pack`: the folder of a pack, begun from an agreement's file. */
export const newPackCommand: Command = {
  name: 'new-pack',
  summary: 'begin a pack from an agreement',
  usage: 'steward new-pack FILE [--name NAME] [--to FOLDER]',
  about:
    'Reads an agreement and makes the folder of a pack: agreement.yaml with what was found, a file for each article with its clauses, their numbers and headings, and room under each for a summary in your own words and for rules. The printed words stay out; only a short hash of each clause is kept, so that a later text can be told from this one. docs/writing-rules.md says how to go on.',
  options: {
    name: { type: 'string' },
    to: { type: 'string' },
  },
  optionWords: {
    '--name NAME': "the pack's name: small letters, figures and dashes (else made from the file's name)",
    '--to FOLDER': 'where the folder of the pack is put (else here)',
  },
  examples: [{ type: 'steward new-pack contract.pdf --name lakeside-2024', says: 'the folder lakeside-2024, ready to be written in' }],
  run: async (call) => {
    const [file, ...more] = call.words
    if (file === undefined || more.length > 0) return usageError(call, newPackCommand, 'Name one file.')
    const name = optionText(call, 'name') ?? nameOf(file)
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) return usageError(call, newPackCommand, `"${name}" is no name for a pack: use small letters, figures and dashes.`)
    const folder = join(optionText(call, 'to') ?? '.', name)
    if (await isThere(folder)) {
      call.terminal.err(`${folder} is there already; nothing was changed. Name another with --name or --to.`)
      return exitCodes.cannotWrite
    }
    const opened = await openBook(file, call)
    if (!opened.ok) {
      sayProblem(call, opened.problem)
      return exitCodes.unreadable
    }
    sayNotes(call, opened.notes)
    const made = newPack(opened.value, name)
    const written = await writeFolder(folder, made.files, call)
    if (written !== exitCodes.done) return written
    call.terminal.out(`${folder}: ${made.clauses} clauses in ${[...made.files.keys()].filter((path) => path.startsWith('articles/')).length} files.`)
    if (made.leftOut.length > 0) call.terminal.out(`Left out, because their numbers are none that their article can have: ${made.leftOut.join(', ')}. Add them by hand.`)
    call.terminal.out('Next: write what each clause gives, in your own words, then its rules; docs/writing-rules.md shows how.')
    return exitCodes.done
  },
}

function nameOf(file: string): string {
  return basename(file).replace(/\.\w+$/, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'agreement'
}

async function writeFolder(folder: string, files: ReadonlyMap<string, string>, call: Call): Promise<ExitCode> {
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    return exitCodes.done
  } catch (error) {
    call.terminal.err(`${folder} could not be written: ${error instanceof Error ? error.message : String(error)}. Name another place with --to.`)
    return exitCodes.cannotWrite
  }
}

async function isThere(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  )
}
