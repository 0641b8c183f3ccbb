import { resolve } from 'node:path'
import { optionCount, optionText, usageError, type Command } from '#cli/command.ts'
import { exitCodes } from '#cli/exit-codes.ts'

/** `steward serve`: the reading room in the browser, on this machine. */
export const serveCommand: Command = {
  name: 'serve',
  summary: 'open the reading room in the browser (what npm start does)',
  usage: 'steward serve [--port N] [--data FOLDER]',
  about:
    'Starts the reading room on this machine only and prints its address. Imported agreements are kept in the data folder. Stop it with Ctrl-C; nothing is lost.',
  options: { port: { type: 'string' }, data: { type: 'string' } },
  optionWords: { '--port N': 'the port (8321, or the next free one)', '--data FOLDER': 'where imports are kept (./data)' },
  examples: [{ type: 'steward serve --port 9000', says: 'on http://127.0.0.1:9000' }],
  run: async (call) => {
    const port = optionCount(call, 'port', 8321)
    if (Number.isNaN(port) || port > 65_535) return usageError(call, serveCommand, '--port takes a number up to 65535.')
    // Loaded only here: the other commands start without the server's weight.
    const { startServer } = await import('#web/start-server.ts')
    const server = await startServer({ port, host: '127.0.0.1', dataFolder: resolve(optionText(call, 'data') ?? 'data') })
    call.terminal.out(`Steward's reading room: ${call.terminal.paint('bold', server.url)}\nStop it with Ctrl-C.`)
    await new Promise<void>((stopped) => call.signal.addEventListener('abort', () => stopped(), { once: true }))
    await server.stop()
    return exitCodes.done
  },
}
