import { readPackFiles } from '#pack/load-pack-folder.ts'
import { loadPack } from '#determinations/load-pack.ts'
import { runExamples } from '#determinations/run-examples.ts'
import { calendarFinder } from '#cli/find-calendar.ts'
const folder = `/work/main/agreements/${process.argv[2]}`
const only = process.argv[3]
const files = await readPackFiles(folder)
if (!files.ok) throw 1
const errors = (ps: any) => ps.filter((p: any) => !['rules/few-examples','rules/bare-number'].includes(p.code)).length
function failing(fs: Map<string,string>): boolean {
  const p = loadPack(fs); if (!p.ok) return true
  if (errors(p.value.problems) > base) return true
  return runExamples(p.value, calendarFinder(p.value, folder) as any).some((r) => r.differences.length > 0)
}
let base = 1e9; { const p = loadPack(files.value as any) as any; base = errors(p.value.problems); console.log('base errors', base, 'failing', failing(new Map(files.value))) }
let n = 0, live: string[] = []
for (const [path, text] of files.value) {
  if (only && !path.includes(only)) continue
  const lines = text.split('\n')
  const csv = /^tables\/.*\.csv$/.test(path)
  if (!csv && !/^articles\/.*\.md$/.test(path)) continue
  let inRule = false, inExamples = false
  for (let i = 0; i < lines.length; i++) {
    const l = lines[i]!
    if (!csv) {
      if (l.startsWith('```')) { inRule = l.startsWith('```rule'); inExamples = false; continue }
      if (!inRule) continue
      if (l.startsWith('examples:')) inExamples = true
      else if (/^\S/.test(l)) inExamples = false
      if (inExamples) continue
      if (/^(clauses|asks|note|doubt|left to people|decision|definition|parameter|procedure|duty|exception):/.test(l) || /^\s+(clause|note|says|statute|why):/.test(l) || /^\s*- says:/.test(l)) continue
    } else if (i === 0) continue
    // hide quoted words, clause cells and fact declarations
    let shown = l.replace(/(says|note|ask|clause|who|must|if late|on silence|may change): ("[^"]*"|[^,}]*)/g, (m) => '·'.repeat(m.length)).replace(/"(TK|K|\d+)"/g, (m) => '·'.repeat(m.length)).replace(/\{type:.*\}/g, (m) => /is:/.test(m) ? m : '·'.repeat(m.length)).replace(/\| \d+\.\d+(\.[a-z])? +\|$/, (m) => '·'.repeat(m.length)).replace(/[a-z_]+_?\d+[a-z_0-9]*/g, (m) => '·'.repeat(m.length))
    for (const m of shown.matchAll(/\d+(?::\d\d)?(?:\.\d+)?(?:-\d\d-\d\d)?/g)) {
      const was = m[0]
      const now = /^\d\d:\d\d$/.test(was) ? was.slice(0, 4) + ((+was[4]! + 1) % 10) : /-/.test(was) ? was.slice(0, 9) + ((+was[9]! + 1) % 10) : was.includes('.') ? (Number(was) + 1).toFixed(was.split('.')[1]!.length) : String(+was + 1)
      if (/-/.test(was) && was.length !== 10) continue
      for (const alt of [now]) {
        const mutated = [...lines]; mutated[i] = l.slice(0, m.index) + alt + l.slice(m.index + was.length)
        n++
        if (!failing(new Map(files.value).set(path, mutated.join('\n')))) live.push(`${path}:${i + 1} ${was}->${alt}  ${l.trim().slice(0, 130)}`)
      }
    }
  }
}
console.log(live.join('\n')); console.log(`${n} changes, ${live.length} survive: ${(100 * (n - live.length) / n).toFixed(1)} % killed`)
