const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };

/**
 * The words of sanitised HTML, without citations; paragraphs, entries and rows are separated by a line feed. The numbers
 * that a browser puts before the entries of an ordered list are words too: they are copied, searched and cited. Only the
 * entities that the sanitiser writes need to be read back.
 */
export function textOfHtml(html: string): string {
  return numberEntries(html.replace(/\s+/g, ' ').replace(/ ?<cite>\(<a class="citation".*?<\/cite>/g, ''))
    .replace(/<br\s*\/?>|<\/?(?:ul|ol)\b[^>]*>|<\/(?:p|li|tr|pre|blockquote)>/g, '\n')
    .replace(/<\/t[hd]>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|amp|#39);/g, (_entity, name: string) => ENTITIES[name] ?? '')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Puts the numbers of ordered lists before their entries; they begin with the list's `start`, or with 1. */
function numberEntries(html: string): string {
  // The number of the next entry of each list that is open; undefined where it has bullets.
  const open: (number | undefined)[] = [];
  return html.replace(/<(\/?)(ol|ul|li)\b(?: start="(\d+)")?[^>]*>/g, (tag, slash, name, start = '1') => {
    if (name !== 'li') {
      if (slash) open.pop();
      else open.push(name === 'ol' ? Number(start) : undefined);
      return tag;
    }
    const number = open.at(-1);
    if (slash || number === undefined) return tag;
    open[open.length - 1] = number + 1;
    return `${tag}${number}. `;
  });
}
