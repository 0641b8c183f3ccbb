import { availableParallelism } from 'node:os'

/**
 * How many pairs of eyes this machine can bear at the same time: one a processor, and no second one where memory is tight.
 * The first needs some 450 MB together with all else, each further one some 80 MB; the rest of the machine needs its share too.
 */
export function eyesThatFit(machine = { processors: availableParallelism(), freeMegabytes: process.availableMemory() / 1_000_000 }): number {
  return machine.freeMegabytes < ROOMY ? 1 : Math.max(1, machine.processors)
}

/** Megabytes, as the machine or its container says. */
const ROOMY = 1_500
