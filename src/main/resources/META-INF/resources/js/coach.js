// The coach: what a request leaves open, before it is sent.

const dialog = document.getElementById('coach');
const form = document.getElementById('composer');
const text = document.getElementById('text');
const csrf = document.querySelector('meta[name="csrf-token"]')?.content ?? '';

async function open() {
  if (!text.value.trim()) return text.focus();
  const body = new URLSearchParams({ text: text.value });
  const answer = await fetch('/library/coach', { method: 'POST', body, headers: { 'x-csrf-token': csrf } }).catch(() => null);
  if (!answer?.ok) return;
  dialog.innerHTML = await answer.text();
  dialog.showModal();
}

function put(value) {
  dialog.close();
  text.value = value;
  text.dispatchEvent(new Event('input', { bubbles: true }));
  text.focus();
}

const said = () => dialog.querySelector('[data-completed]').dataset;
const acts = {
  'coach': open,
  'coach-complete': () => put(said().completed),
  'coach-ask': () => { put(said().asked); form.requestSubmit(); },
};

if (text) {
  document.addEventListener('click', (event) => acts[event.target.closest('[data-act]')?.dataset.act]?.());
}
