import type { Answerer } from '#web/answers/open-answerer.ts'
import type { Shelf } from '#store/shelf.ts'
import type { Bookcase } from '#web/library/bookcase.ts'
import type { Comparer } from '#web/library/comparer.ts'
import type { Finder } from '#web/library/finder.ts'
import type { ImportDesk } from '#web/import/import-desk.ts'

/** All that the routes stand on. */
export interface Rooms {
  readonly bookcase: Bookcase
  readonly shelf: Shelf
  readonly desk: ImportDesk
  readonly finder: Finder
  readonly comparer: Comparer
  readonly answerer: Answerer
}
