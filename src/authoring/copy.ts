/** Buttons that copy the code beside them; without scripts, or without access to the clipboard, there are none. */
import { strings } from './strings.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('.doc-code .copy')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    const code = button.closest('.doc-code')!.querySelector('.code code')!.textContent ?? '';
    await navigator.clipboard.writeText(code);
    button.textContent = strings.copied;
    setTimeout(() => {
      button.textContent = strings.copy;
    }, 2000);
  });
}
