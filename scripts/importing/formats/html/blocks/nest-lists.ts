/** A list that stands beside the entry it belongs to, as old editors and Google Docs write it, goes into it. */
export function nestLists(root: Element): void {
  for (const list of [...root.querySelectorAll('ul, ol')]) {
    const before = list.previousElementSibling;
    const isStray = /^[UO]L$/.test(list.parentElement?.tagName ?? '') && before?.tagName === 'LI';
    const level = (element: Element | null) =>
      Number(/lst-kix_\w+-(\d)/.exec(element?.getAttribute('class') ?? '')?.[1] ?? -1);
    if (isStray) before.append(list);
    else if (before && /^[UO]L$/.test(before.tagName) && level(list) >= 0 && level(before) >= 0) {
      let target: Element | null | undefined = before;
      for (let step = level(before); step < level(list) && target; step += 1) {
        const entry: Element | null | undefined = target.lastElementChild;
        const inner: Element | undefined = entry
          ? [...entry.children].find((child) => /^[UO]L$/.test(child.tagName))
          : undefined;
        if (inner) target = inner;
        else {
          entry?.append(list);
          target = undefined;
        }
      }
      if (target && target !== before) {
        target.append(...list.childNodes);
        list.remove();
      } else if (target === before && level(list) === level(before)) {
        before.append(...list.childNodes);
        list.remove();
      }
    }
  }
}
