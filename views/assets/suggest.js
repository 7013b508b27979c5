// Suggestions under the search box while one types: an editable combobox with a list, after the ARIA Authoring Practices
// (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Without this script the box is a plain one.

/** @typedef {{kind: 'question' | 'concept' | 'essay' | 'word' | 'phrase', text: string, url: string}} Suggestion */

/** So long nothing must be typed before the server is asked, in milliseconds. */
const PAUSE = 150;
/** What each kind of suggestion is called in the list. */
const KINDS = {
  question: 'Question',
  concept: 'Topic',
  essay: 'Essay',
  word: 'Word explained',
  phrase: 'Search for',
};

const box = document.querySelector('input#q');
if (box instanceof HTMLInputElement) suggestFor(box);

/** Turns a search box into a combobox. */
function suggestFor(/** @type {HTMLInputElement} */ box) {
  const list = document.createElement('ul');
  list.id = 'suggestions';
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Suggestions');
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  box.parentElement?.append(list, status);
  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-expanded', 'false');
  box.setAttribute('aria-controls', list.id);

  /** @type {Suggestion[]} */
  let shown = [];
  let active = -1;
  /** @type {AbortController | undefined} */
  let asking;
  let timer = 0;

  box.addEventListener('input', () => {
    // What was marked may not go on from what is typed now.
    mark(-1);
    clearTimeout(timer);
    timer = window.setTimeout(ask, PAUSE);
  });
  box.addEventListener('blur', close);
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) ask();
      else move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && active >= 0 && !list.hidden) {
      event.preventDefault();
      choose(active);
    } else if (event.key === 'Escape' && !list.hidden) {
      // The first Escape closes the list; the next one empties the box, as browsers do.
      event.preventDefault();
      close();
    }
  });
  list.addEventListener('mousedown', (event) => {
    // The box keeps the focus, or the list would close before the click arrives.
    event.preventDefault();
  });
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('li') : null;
    if (option) choose([...list.children].indexOf(option));
  });

  /** Asks the server what goes on from what is typed; a failure only means that nothing is suggested. */
  async function ask() {
    clearTimeout(timer);
    asking?.abort();
    const { value } = box;
    if (value.trim() === '') return close();
    asking = new AbortController();
    try {
      const answer = await fetch(`${box.dataset.suggestions}?${new URLSearchParams({ q: value })}`, asking);
      if (!answer.ok) return close();
      const { suggestions } = await answer.json();
      if (box.value === value && document.activeElement === box) show(suggestions);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) close();
    }
  }

  function show(/** @type {Suggestion[]} */ suggestions) {
    if (suggestions.length === 0) return close();
    shown = suggestions;
    list.replaceChildren(
      ...suggestions.map(({ kind, text }, index) => {
        const option = document.createElement('li');
        option.id = `suggestion-${index}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        const name = document.createElement('strong');
        name.textContent = text;
        option.append(`${KINDS[kind]}: `, name);
        return option;
      }),
    );
    list.hidden = false;
    box.setAttribute('aria-expanded', 'true');
    mark(-1);
    status.textContent = `${suggestions.length} ${suggestions.length === 1 ? 'suggestion' : 'suggestions'}. Use the arrow keys to choose one.`;
  }

  function close() {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    box.setAttribute('aria-expanded', 'false');
    mark(-1);
    status.textContent = '';
  }

  /** Goes up or down the list; between its end and its start lies the text that was typed. */
  function move(/** @type {number} */ by) {
    // A late answer must not take away what is being chosen from.
    clearTimeout(timer);
    asking?.abort();
    const places = shown.length + 1;
    mark(((active + 1 + by + places) % places) - 1);
  }

  /** Marks an option as the one that Enter chooses; -1 is the text that was typed. */
  function mark(/** @type {number} */ place) {
    active = place;
    for (const [index, option] of [...list.children].entries())
      option.setAttribute('aria-selected', String(index === place));
    if (place < 0) box.removeAttribute('aria-activedescendant');
    else {
      box.setAttribute('aria-activedescendant', `suggestion-${place}`);
      list.children[place]?.scrollIntoView({ block: 'nearest' });
    }
  }

  function choose(/** @type {number} */ place) {
    const suggestion = shown[place];
    if (!suggestion) return;
    const { pathname, search } = new URL(suggestion.url);
    close();
    location.assign(pathname + search);
  }
}
