// The key / leads to the search box from anywhere on the page; Escape closes a disclosure that one stands in. Who speaks to
// the computer may say "slash" by accident, so the first can be turned off on the help page (WCAG 2.1.4).

const OFF = 'slash-key-off';

let isOn = true;
try {
  isOn = localStorage.getItem(OFF) === null;
} catch {
  // A browser that refuses to keep anything forgets the choice with the page.
}

const choice = document.getElementById('slash-key');
if (choice instanceof HTMLInputElement) {
  choice.checked = isOn;
  choice.addEventListener('change', () => {
    isOn = choice.checked;
    try {
      if (isOn) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, '1');
    } catch {
      // As above.
    }
  });
}

/** Whether what is typed goes into the element, so that a key must mean itself there. */
const takesText = (/** @type {EventTarget | null} */ target) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('select, textarea, input:not([type="checkbox"], [type="radio"])'));

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '/' && !takesText(event.target) && isOn) {
    const box = document.querySelector('input#q');
    if (!(box instanceof HTMLInputElement)) return;
    event.preventDefault();
    box.focus();
    box.select();
  }
  if (event.key === 'Escape' && event.target instanceof Element) {
    const details = event.target.closest('details[open]');
    if (!(details instanceof HTMLDetailsElement)) return;
    const summary = details.querySelector('summary');
    // On wide screens the filters stand open without a summary: there is nothing to close.
    if (!summary?.checkVisibility()) return;
    details.open = false;
    summary.focus();
  }
});
