import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { readOriginal } from './scripts/importing/read-original.ts';
const dir='/tmp/fixtures';
const only=process.argv[2];
const body=(t:string)=>t.replace(/^---\n[\s\S]*?\n---\n\n/,'').trim();
let ok=0,n=0;
for (const f of readdirSync(dir).filter(f=>f.endsWith('.expected.json'))) {
  const name=f.replace('.expected.json',''); if (only && name!==only) continue;
  const file=['.html','.txt','.md','.docx','.pdf'].map(e=>`${dir}/${name}${e}`).find(existsSync)!;
  const want=JSON.parse(readFileSync(`${dir}/${f}`,'utf8'));
  n++;
  try {
    const got=await readOriginal(file, readFileSync(file), {licence:'permission unknown',today:'2026-11-25',keepContacts:false});
    const say:string[]=[];
    if (got.essays.length!==want.length) say.push(`essays ${got.essays.length} want ${want.length} `+JSON.stringify(got.skipped));
    want.forEach((w:any,i:number)=>{ const g=got.essays[i]; if(!g) return;
      if (g.title!==w.title) say.push(`title ${g.title} WANT ${w.title}`);
      const authors=(/^authors:\n((?:  .*\n)*)/m.exec(g.text)?.[1]??'').replace(/\s+/g,' ');
      const wa=w.authors.map((a:any)=>` - name: ${a.name}${a.role?` role: ${a.role}`:''}`).join('')+' ';
      if (authors.replace(/"/g,'')!==wa) say.push(`authors${authors} WANT${wa}`);
      if ((g.published??null)!==w.published) say.push(`date ${g.published} WANT ${w.published}`);
      const pub=/^ {2}publisher: (.*)$/m.exec(g.text)?.[1]??null, url=/^ {2}url: (.*)$/m.exec(g.text)?.[1]??null;
      if (pub!==w.publisher) say.push(`publisher ${pub} WANT ${w.publisher}`);
      if (url!==w.url) say.push(`url ${url} WANT ${w.url}`);
      for (const r of w.reviews) if (!g.reviews.some(x=>new RegExp(r,'i').test(x))) say.push(`no review ${r}: ${JSON.stringify(g.reviews)}`);
      const a=body(g.text).split('\n'), b=w.body.trim().split('\n');
      if (a.join('\n')!==b.join('\n')) { const extra=a.filter(l=>!b.includes(l)), miss=b.filter((l:string)=>!a.includes(l)); say.push('BODY extra:\n   + '+extra.slice(0,12).join('\n   + ')+'\n   missing:\n   - '+miss.slice(0,12).join('\n   - ')); }
      if (only) console.log(g.text);
    });
    console.log(say.length?`✗ ${name}\n  ${say.join('\n  ')}`:`✓ ${name}`); if(!say.length) ok++;
  } catch(e:any) { console.log('✗',name,e.stack?.split('\n').slice(0,4).join('\n')); }
}
console.log(`${ok} of ${n}`);
