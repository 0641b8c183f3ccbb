import { styleText } from 'node:util'

/** The terminal as the commands see it: words out, troubles to the side, colour only where somebody looks. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Raw bytes to standard output, for exports that are no text. */
  readonly bytes: (bytes: Uint8Array) => void
  /** Standard output is a person's screen. */
  readonly screen: boolean
  readonly colour: boolean
  readonly width: number
  /** One line that is rewritten in place while something long goes on; empty text clears it. Silent where nobody looks. */
  readonly progress: (text: string) => void
  readonly paint: (style: Style, text: string) => string
}

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'cyan' | 'underline'

/** The real terminal. NO_COLOR and FORCE_COLOR are kept as everywhere. */
export function processTerminal(): Terminal {
  const colour = wantsColour(process.env, process.stdout.isTTY === true)
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    bytes: (bytes) => void process.stdout.write(bytes),
    screen: process.stdout.isTTY === true,
    colour,
    // A terminal that does not know its width says 0.
    width: process.stdout.columns || 100,
    progress: (text) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text.slice(0, (process.stderr.columns || 80) - 1)}`)
    },
    paint: (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text),
  }
}

function wantsColour(env: Readonly<Record<string, string | undefined>>, screen: boolean): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0') return true
  return screen && env['TERM'] !== 'dumb'
}

/** Words broken to a width, each line after `indent` blanks. */
export function wrap(text: string, width: number, indent = 0): string {
  const room = Math.max(20, width - indent)
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > room) {
        lines.push(line)
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
    lines.push(line)
  }
  return lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line)).join('\n')
}
