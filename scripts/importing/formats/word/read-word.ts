import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { tidy } from '../../characters/tidy-characters.ts';
import type { Draft, Reading, Review } from '../../draft/draft.ts';
import { noteCharacters, notePictures } from '../../draft/reading-notes.ts';
import { readProperties } from '../../head/read-properties.ts';
import { UnreadableOriginal } from '../../originals/unreadable-original.ts';
import { blocksOf } from '../html/blocks/blocks-of.ts';
import { MAX_LEVELS, parsePage } from '../html/parse-page.ts';
import { readZip } from './read-zip.ts';

/** Word's own styles that mammoth does not know by itself. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name^='toc'] => !",
  "p[style-name^='TOC'] => !",
  "p[style-name^='Contents'] => !",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='caption'] => !",
  "p[style-name='Caption'] => !",
];

/** Reads a Word document (.docx): its text, headings, lists, tables and notes, without headers, footers and comments. */
export async function readWord(bytes: Buffer): Promise<Reading> {
  const parts = await readZip(bytes, (name) =>
    /^(?:word\/(?:document|styles|numbering|footnotes|endnotes)|docProps\/core)\.xml$|\.rels$/.test(name),
  );
  if (!parts.names.includes('word/document.xml')) {
    const isOther =
      parts.names.includes('mimetype') || parts.names.some((name) => /^(?:xl|ppt)\//.test(name));
    throw new UnreadableOriginal(
      isOther
        ? 'this is another kind of office file; save it as Word (.docx) or PDF'
        : 'this is a ZIP file without a Word document in it',
    );
  }
  for (const [name, part] of parts.files) checkXml(name, part);
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes },
    {
      styleMap: STYLES,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      externalFileAccess: false,
    },
  );
  const numbered = numberBlocks(value);
  const { document, mended, lost } = parsePage(numbered, 'given');
  const { blocks, pictures } = blocksOf([document.body], undefined);
  const core = parts.files.get('docProps/core.xml')?.toString('utf8') ?? '';
  const reviews: Review[] = [...noteCharacters(mended, lost), ...notePictures(pictures)];
  return { kind: 'drafts', drafts: [{ authors: [], stated: statedIn(core), blocks, reviews }] };
}

/** Gives each block the number of its paragraph, for a Word document has no lines. */
function numberBlocks(html: string): string {
  let paragraph = 0;
  return html.replace(/<(p|h[1-6]|li|tr)(?=[\s>])/g, (_all, name: string) => {
    paragraph += 1;
    return `<${name} data-line="${paragraph}"`;
  });
}

/** Refuses XML that no word processor writes, and that could hurt a parser: mammoth follows its levels with the stack. */
function checkXml(name: string, part: Buffer): void {
  const text = part.toString('utf8');
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) {
    throw new UnreadableOriginal(
      `${name} in it declares entities, which no Word document does; it was not opened`,
    );
  }
  let level = 0;
  for (const [tag] of text.matchAll(/<\/?[\w:][^<>]*>/g)) {
    if (tag.startsWith('</')) level -= 1;
    else if (!tag.endsWith('/>')) level += 1;
    if (level > MAX_LEVELS)
      throw new UnreadableOriginal(`its elements are nested more than ${MAX_LEVELS} deep`);
  }
}

/** What the document's properties say where its text does not: they often name the typist, so they are to be checked. */
function statedIn(core: string): NonNullable<Draft['stated']> {
  const { document } = parseHTML('<div></div>');
  const property = (name: string): string | undefined => {
    const raw = new RegExp(`<${name}[^>]*>([^<]{1,300})</${name}>`).exec(core)?.[1];
    if (raw === undefined) return undefined;
    const holder = document.createElement('div');
    holder.innerHTML = raw;
    return tidy(holder.textContent);
  };
  return readProperties(property('dc:title'), property('dc:creator'));
}
