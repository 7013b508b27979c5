// Puts a button wherever the page keeps room for one: it copies the text of the elements that `data-copy` names by id.
// Without this script there is no such room, and the text can be marked and copied.

/** So long a button says what came of it, in milliseconds. */
const SAID = 3000;

const status = document.createElement('p');
status.className = 'visually-hidden';
status.setAttribute('role', 'status');
document.getElementById('main-content')?.append(status);

for (const place of document.querySelectorAll('[data-copy]')) {
  if (!(place instanceof HTMLElement) || !navigator.clipboard) continue;
  const { copy = '', label = '' } = place.dataset;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  let timer = 0;
  button.addEventListener('click', async () => {
    const said = await copyText(copy.split(' '));
    button.textContent = status.textContent = said;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      button.textContent = label;
      status.textContent = '';
    }, SAID);
  });
  place.append(button);
}

/** The text of an element, without links that only lead on. */
function textOf(/** @type {string} */ id) {
  const element = document.getElementById(id);
  if (!element) return [];
  const more = [...element.querySelectorAll('.no-copy')];
  for (const link of more) link.setAttribute('hidden', '');
  const text = element.innerText.trim();
  for (const link of more) link.removeAttribute('hidden');
  return text === '' ? [] : [text];
}

/** Copies the text of elements, and gives what came of it in words. */
async function copyText(/** @type {string[]} */ ids) {
  const text = ids.flatMap(textOf).join('\n\n');
  try {
    await navigator.clipboard.writeText(text);
    return 'Copied';
  } catch {
    return 'Not allowed: mark the text to copy it';
  }
}
