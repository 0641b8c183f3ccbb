import { writeFile } from 'node:fs/promises'
import { exitCodes, type ExitCode } from '#cli/exit-codes.ts'
import type { Call } from '#cli/command.ts'

/** Puts a result where it belongs: into the file named, or on standard output; never bytes onto a person's screen. */
export async function deliver(result: string | Uint8Array, file: string | null, call: Call): Promise<ExitCode> {
  if (file === null) return toStandardOutput(typeof result === 'string' ? result.replace(/\n$/, '') : result, call)
  try {
    // A text file ends with a line end, on disk as on standard output.
    await writeFile(file, typeof result === 'string' && !result.endsWith('\n') ? `${result}\n` : result)
    call.terminal.err(`Written: ${file}`)
    return exitCodes.done
  } catch (error) {
    call.terminal.err(`${file} could not be written: ${error instanceof Error ? error.message : String(error)}. Name another place with -o.`)
    return exitCodes.cannotWrite
  }
}

function toStandardOutput(result: string | Uint8Array, call: Call): ExitCode {
  if (typeof result === 'string') {
    call.terminal.out(result)
    return exitCodes.done
  }
  if (call.terminal.screen) {
    call.terminal.err('This format is no text for a screen. Name a file with -o FILE, or send it on with ">".')
    return exitCodes.usage
  }
  call.terminal.bytes(result)
  return exitCodes.done
}
