/**
 * Steward as a library: an agreement that answers, in Node, in a browser, anywhere. Pure: no clock, disk or network is touched; a pack comes in as its texts and an answer goes out as an object.
 *
 * `const loaded = loadPack(files)` with the pack's files by path (`agreement.yaml`, `articles/01-....md` ...); `if (loaded.ok) decide(loaded.value, { decision: 'class_size', input: {...} })`.
 */
export { loadPack } from '#determinations/load-pack.ts'
export { decide, type Question } from '#determinations/decide.ts'
export { bulk, type BulkAnswer } from '#determinations/bulk/bulk.ts'
export { explain, type Explanation } from '#determinations/explain.ts'
export { interview, type Interview } from '#determinations/interview.ts'
export { receiptOf, verifyReceipt, type Receipt } from '#determinations/receipt.ts'
export { writeCompiledPack } from '#determinations/write-compiled-pack.ts'
export { addCode, openCompiledPack } from '#determinations/open-compiled-pack.ts'
export { readCaseCalendar } from '#calendar/read-case-calendar.ts'
export type { Determination } from '#determinations/determination.ts'
export type { LoadedPack } from '#determinations/loaded-pack.ts'
export type { Outcome } from '#plain/outcome.ts'
export type { Problem } from '#plain/problem.ts'
