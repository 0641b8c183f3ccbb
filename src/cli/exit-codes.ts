/** What the program says by its exit code; `steward help exit-codes` prints this table. */
export const exitCodes = {
  done: 0,
  found: 1,
  usage: 2,
  unreadable: 3,
  notThere: 4,
  cannotWrite: 5,
  bug: 70,
  stopped: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export const exitCodeMeanings: readonly (readonly [ExitCode, string])[] = [
  [0, 'done'],
  [1, 'done, and with --strict: something was found (lint) or differs (compare)'],
  [2, 'the command was not understood; nothing was done'],
  [3, 'a file could not be read as an agreement; the message says why and what to do'],
  [4, 'what was asked for is not in the book (no such clause or decision, no hit)'],
  [5, 'the result could not be written'],
  [70, 'a mistake of ours; please report it'],
  [130, 'stopped by you'],
]
