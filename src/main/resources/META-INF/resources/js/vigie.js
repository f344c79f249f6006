// What every page does: fold the rail, open the menu on a phone, remember the appearance, close notices.
// Choices are cookies so that the server renders the first paint right: no flash, no inline script.

const YEAR = 31536000;
const frame = document.querySelector('.frame');

function remember(name, value) {
  const secure = location.protocol === 'https:' ? ';secure' : '';
  document.cookie = `${name}=${value};path=/;max-age=${value ? YEAR : 0};samesite=lax${secure}`;
}

function foldRail() {
  const closed = frame.dataset.rail !== 'closed';
  frame.dataset.rail = closed ? 'closed' : 'open';
  document.querySelector('[data-do="fold-rail"]').setAttribute('aria-expanded', String(!closed));
  remember('vigie-rail', closed ? 'closed' : '');
}

function openMenu(button) {
  const open = frame.dataset.menu !== 'open';
  frame.dataset.menu = open ? 'open' : '';
  button.setAttribute('aria-expanded', String(open));
  if (open) document.querySelector('.rail a, .rail button')?.focus();
}

function chooseTheme(button) {
  const theme = button.value;
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  remember('vigie-theme', theme);
  for (const other of button.parentElement.children) {
    other.setAttribute('aria-pressed', String(other === button));
  }
}

function chooseLanguage(button) {
  remember('vigie-language', button.value);
  location.reload();
}

function unfoldForMe(summary) {
  if (frame?.dataset.rail === 'closed' && !summary.parentElement.open) foldRail();
}

const acts = {
  'fold-rail': foldRail,
  'open-menu': openMenu,
  'theme': chooseTheme,
  'language': chooseLanguage,
  'unfold-for-me': unfoldForMe,
  'close-dialog': (button) => button.closest('dialog').close(),
  'open-dialog': (button) => document.getElementById(button.dataset.dialog).showModal(),
};

document.addEventListener('click', (event) => {
  const target = event.target.closest('[data-do]');
  if (target && acts[target.dataset.do]) acts[target.dataset.do](target);
  if (event.target instanceof HTMLDialogElement) event.target.close();
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && frame?.dataset.menu === 'open') {
    const button = document.querySelector('[data-do="open-menu"]');
    openMenu(button);
    button.focus();
  }
});

// Copying what a page shows once (a new key, an address): <button data-copy="#id">.
document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  const source = document.querySelector(button.dataset.copy);
  await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
  const label = button.querySelector('[data-copy-label]') ?? button;
  const before = label.textContent;
  label.textContent = button.dataset.copied ?? before;
  setTimeout(() => { label.textContent = before; }, 2000);
});
