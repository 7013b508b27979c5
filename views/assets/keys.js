// The key / leads to the search box from anywhere on the page; Escape closes a disclosure that one stands in.

/** Whether what is typed goes into the element, so that a key must mean itself there. */
const takesText = (/** @type {EventTarget | null} */ target) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('select, textarea, input:not([type="checkbox"], [type="radio"])'));

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '/' && !takesText(event.target)) {
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
