import { readFileSync, readdirSync } from 'node:fs';
import { decodeOriginal } from './scripts/importing/characters/decode-original.ts';
import { parsePage } from './scripts/importing/html/parse-page.ts';
import { readPageMetadata } from './scripts/importing/html/page-metadata.ts';
import { findPosts, findContent } from './scripts/importing/html/find-posts.ts';
import { removeFurniture } from './scripts/importing/html/remove-furniture.ts';
const id=process.argv[2]!; const f=id.includes('/')?id:'/tmp/real/aeb/html/'+readdirSync('/tmp/real/aeb/html').find(n=>n.startsWith(id)&&n.endsWith('.html'));
const page=parsePage(decodeOriginal(readFileSync(f))); const m=readPageMetadata(page); console.log(m);
const d=page.document; const desc=(e:Element)=>`<${e.tagName} class="${e.getAttribute('class')}" id="${e.getAttribute('id')}"> ${(e.textContent??'').replace(/\s+/g,' ').length} ch: ${(e.textContent??'').replace(/\s+/g,' ').slice(0,80)}`;
const posts=findPosts(d); console.log('posts',posts.map(p=>[p.title,p.published,p.isExcerpt,p.content.map(desc)]));
const c=findContent(d.body); console.log('content',c.map(desc));
console.log('body before',desc(d.body)); 
removeFurniture(d.body, posts.length>1?posts.flatMap(p=>[...p.content]):c); console.log('body after',desc(d.body));
if (process.argv[3]) { const w=[...d.querySelectorAll(process.argv[3])]; console.log(w.slice(0,5).map(desc)); let e:any=w[0]; while(e){console.log('  up',e.tagName,e.getAttribute('class'),e.getAttribute('id'));e=e.parentElement;} }
