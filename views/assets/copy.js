// Puts a button wherever the page keeps room for one: it copies the text of the elements that `data-copy` names by id.
// Without this script there is no such room, and the text can be marked and copied.

/** So long a button says what came of it, in milliseconds. */
const SAID = 3000;

const status = document.createElement('p');
status.className = 'visually-hidden';
status.setAttribute('role', 'status');
document.getElementById('main')?.append(status);

for (const place of document.querySelectorAll('[data-copy]')) {
  if (!(place instanceof HTMLElement) || !navigator.clipboard) continue;
  const { copy = '', label = '' } = place.dataset;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', () => copyText(button, label, copy.split(' ')));
  place.append(button);
}

async function copyText(
  /** @type {HTMLButtonElement} */ button,
  /** @type {string} */ label,
  /** @type {string[]} */ ids,
) {
  const text = ids.map((id) => document.getElementById(id)?.innerText.trim() ?? '').join('\n\n');
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = status.textContent = 'Copied';
  } catch {
    button.textContent = status.textContent = 'Not allowed: mark the text to copy it';
  }
  setTimeout(() => {
    button.textContent = label;
    status.textContent = '';
  }, SAID);
}
