// Applies filters as soon as one is chosen. The page of the new address is fetched whole and its answer takes the place of
// the old one, so that the server alone decides what results look like. Without this script a button sends the form.

/** So long a choice must rest before it is applied, in milliseconds: arrow keys pass through choices. */
const PAUSE = 250;

const form = document.querySelector('form#search');
const answer = document.getElementById('answer');
if (form instanceof HTMLFormElement && answer) applyAtOnce(form, answer);

function applyAtOnce(/** @type {HTMLFormElement} */ form, /** @type {HTMLElement} */ answer) {
  const announcement = document.getElementById('announcement');
  document.documentElement.classList.add('filters-at-once');
  /** @type {AbortController | undefined} */
  let fetching;
  let timer = 0;

  answer.addEventListener('change', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('.filters')) return;
    // An answer that is still on its way knows nothing of this choice, and would undo it.
    fetching?.abort();
    clearTimeout(timer);
    timer = window.setTimeout(() => load(addressOfForm(), true), PAUSE);
  });
  let shown = location.pathname + location.search;
  window.addEventListener('popstate', () => {
    // A step within the page, such as to its main content, changes nothing in it.
    if (location.pathname + location.search === shown) return;
    clearTimeout(timer);
    load(location.href, false);
  });

  /** The address that the form would lead to, without the fields that say nothing. */
  function addressOfForm() {
    const fields = /** @type {[string, string][]} */ ([...new FormData(form)]);
    const said = fields.filter(([name, value]) => value !== '' && !(name === 'tagMode' && value === 'all'));
    return `${form.action}?${new URLSearchParams(said)}`;
  }

  async function load(/** @type {string} */ address, /** @type {boolean} */ isNew) {
    fetching?.abort();
    fetching = new AbortController();
    try {
      const response = await fetch(address, fetching);
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const found = page.getElementById('answer');
      if (!response.ok || !found) return location.assign(address);
      if (isNew) history.pushState(null, '', address);
      shown = location.pathname + location.search;
      document.title = page.title;
      for (const part of ['h1', '#q']) copyPart(part, page);
      put(found);
    } catch (error) {
      // What cannot be fetched is left to the browser, which can say why.
      if (!(error instanceof DOMException && error.name === 'AbortError')) location.assign(address);
    }
  }

  /** Puts the new answer in place: what was open stays open, and the focus stays where it was. */
  function put(/** @type {HTMLElement} */ found) {
    const focused = document.activeElement;
    const focusedId = focused && answer.contains(focused) ? focused.id || 'results' : '';
    for (const details of answer.querySelectorAll('.filters details[open][id]'))
      found.querySelector(`#${details.id}`)?.setAttribute('open', '');
    answer.replaceChildren(...document.adoptNode(found).childNodes);
    if (focusedId) {
      const again = document.getElementById(focusedId) ?? document.getElementById('results');
      // A choice that moved behind "more topics" is still where one stands.
      again?.closest('details:not(.wide-open)')?.setAttribute('open', '');
      again?.focus({ preventScroll: true });
    }
    if (announcement) {
      // The same words a second time would not be read out unless they went in between.
      announcement.textContent = '';
      const summary = document.getElementById('results')?.textContent ?? '';
      requestAnimationFrame(() => {
        announcement.textContent = summary;
      });
    }
  }

  /** Takes over what stands outside the answer and says what was asked: the heading, and the text in the box. */
  function copyPart(/** @type {string} */ selector, /** @type {Document} */ page) {
    const [own, other] = [document.querySelector(selector), page.querySelector(selector)];
    if (!own || !other || own === document.activeElement) return;
    if (own instanceof HTMLInputElement && other instanceof HTMLInputElement) own.value = other.value;
    else own.textContent = other.textContent;
  }
}
