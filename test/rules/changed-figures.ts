/**
 * For whoever encodes a pack: `node test/rules/changed-figures.ts PACK [WORD]` changes each figure of its rules in turn (with WORD: only in files whose
 * name holds it) and lists those that no example notices. Exit code 1 where fewer than 95 in 100 are noticed.
 */
import { resolve } from 'node:path'
import { readPackFiles } from '../../src/pack/load-pack-folder.ts'
import { figuresOf, isNoticed } from './change-figures.ts'

const [named = 'sample', word = ''] = process.argv.slice(2)
const folder = resolve(import.meta.dirname, '../../agreements', named)
const read = await readPackFiles(folder)
if (!read.ok) throw new Error(read.problem.what)
const files = read.value
const figures = figuresOf(files).filter(({ file }) => file.includes(word))
const unnoticed = figures.filter((figure) => !isNoticed(files, figure, folder))
for (const { file, line, was, now, shown } of unnoticed) console.log(`${file}, line ${line}: ${was} became ${now} and nothing noticed: ${shown.trim().slice(0, 140)}`)
const share = figures.length === 0 ? 100 : (100 * (figures.length - unnoticed.length)) / figures.length
console.log(`${figures.length} figures changed, ${figures.length - unnoticed.length} noticed: ${share.toFixed(1)} in 100.`)
if (share < 95) process.exitCode = 1
