import { readFileSync } from 'node:fs'
import { readDocument } from '#text/read-document.ts'
import { readBook } from '#book/read-book.ts'
import { compareBooks } from '#book/compare/compare-books.ts'
import { compareSubject } from '#book/compare/compare-subject.ts'
import { comparisonTerminal } from '#book/compare/comparison-terminal.ts'
import { comparisonHtml } from '#book/compare/comparison-html.ts'
import { comparisonDocx } from '#book/compare/comparison-docx.ts'
import { subjectTerminal } from '#book/compare/subject-terminal.ts'
import { writeFileSync } from 'node:fs'
const read=async(f:string)=>{const d=await readDocument({name:f,bytes:readFileSync(f)}); if(!d.ok) throw d.problem; return readBook(d.value)}
const [a,b]=[await read(process.argv[2]!),await read(process.argv[3]!)]
if(process.argv[4]) console.log(subjectTerminal(compareSubject(a,b,process.argv[4]),{colour:false,width:110}))
else { const t=performance.now(); const c=compareBooks(a,b); console.log('ms',performance.now()-t, JSON.stringify(c).length)
console.log(comparisonTerminal(c,{colour:false,width:110})); writeFileSync('/tmp/sb/c.html',comparisonHtml(c)); writeFileSync('/tmp/sb/c.docx',await comparisonDocx(c,{author:'A & B <x>',date:'2026-01-01T00:00:00Z'})) }
