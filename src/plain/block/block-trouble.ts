/** The first thing that is wrong with a block, by line: what and what to do. The block's place is added by whoever knows it. */
export interface BlockTrouble {
  readonly what: string
  readonly next: string
  readonly line: number
}

/** Holds the first trouble of a block; after it nothing more is read. */
export class TroubleBox {
  first: BlockTrouble | null = null

  stop(what: string, next: string, line: number): void {
    this.first ??= { what, next, line }
  }

  get stopped(): boolean {
    return this.first !== null
  }
}
