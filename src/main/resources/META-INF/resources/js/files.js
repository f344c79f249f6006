// Files joined to a question: chosen, dropped or pasted, each read by the server at once. What waits is kept in the list
// #joined, from which chat.js takes it; its ids survive a reload.

const list = document.getElementById('joined');
const input = document.getElementById('file');
const box = document.querySelector('.composer-box');
const words = document.getElementById('words').dataset;
const most = Number(words.mostFiles.match(/\d+/)[0]);
const csrf = document.querySelector('meta[name="csrf-token"]')?.content ?? '';
const kept = `files:${document.querySelector('.chat').dataset.conversation || 'new'}`;

async function join(files) {
  for (const file of files) {
    if (list.querySelectorAll('li:not(.joined-file-failed)').length >= most) return refuse(file.name, words.mostFiles);
    await read(file);
  }
}

async function read(file) {
  const line = waiting(file.name);
  line.setAttribute('aria-busy', 'true');
  list.append(line);
  const body = new FormData();
  body.append('file', file, file.name);
  try {
    const answer = await fetch('/chat/files', { method: 'POST', body, headers: { 'x-csrf-token': csrf } });
    const text = await answer.text();
    if (!text.includes('joined-file')) throw new Error(String(answer.status));
    line.insertAdjacentHTML('afterend', text);
    line.remove();
  } catch {
    line.remove();
    refuse(file.name, words.sendFailed);
  }
}

function waiting(name) {
  const line = document.createElement('li');
  line.className = 'joined-file';
  const title = document.createElement('span');
  title.className = 'joined-name';
  title.textContent = name;
  const said = document.createElement('span');
  said.className = 'small muted';
  said.textContent = words.reading;
  line.append(title, said);
  return line;
}

function refuse(name, why) {
  const line = waiting(name);
  line.classList.add('joined-file-failed');
  line.lastElementChild.textContent = why;
  list.append(line);
  setTimeout(() => line.remove(), 15000);
}

function unjoin(button) {
  const line = button.closest('li');
  if (line.dataset.file) {
    fetch(`/chat/files/${line.dataset.file}`, { method: 'DELETE', headers: { 'x-csrf-token': csrf } }).catch(() => {});
  }
  line.remove();
  document.getElementById('text').focus();
}

async function open(button) {
  const answer = await fetch(button.dataset.from).catch(() => null);
  if (!answer?.ok) return;
  document.getElementById('file-read-body').innerHTML = await answer.text();
  document.getElementById('file-read').showModal();
}

async function restore() {
  for (const id of (sessionStorage.getItem(kept) ?? '').split(' ').filter(Boolean)) {
    const answer = await fetch(`/chat/files/${encodeURIComponent(id)}`).catch(() => null);
    if (answer?.ok) list.insertAdjacentHTML('beforeend', await answer.text());
  }
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-act]');
  if (button?.dataset.act === 'choose-files') input.click();
  else if (button?.dataset.act === 'unjoin') unjoin(button);
  else if (button?.dataset.act === 'file') open(button);
});

if (list) {
  restore().then(() => new MutationObserver(() => {
    list.hidden = !list.children.length;
    const ids = [...list.querySelectorAll('[data-file]')].map((one) => one.dataset.file);
    if (ids.length) sessionStorage.setItem(kept, ids.join(' '));
    else sessionStorage.removeItem(kept);
  }).observe(list, { childList: true })).then(() => { list.hidden = !list.children.length; });

  input.addEventListener('change', async () => {
    const files = [...input.files];
    input.value = '';
    await join(files);
  });

  const thread = document.querySelector('.thread');
  const brings = (event) => event.dataTransfer?.types.includes('Files');
  for (const kind of ['dragover', 'dragenter']) {
    thread.addEventListener(kind, (event) => {
      if (!brings(event)) return;
      event.preventDefault();
      box.dataset.over = 'true';
    });
  }
  thread.addEventListener('dragleave', (event) => { if (!thread.contains(event.relatedTarget)) delete box.dataset.over; });
  thread.addEventListener('drop', (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    delete box.dataset.over;
    join([...event.dataTransfer.files]);
  });

  // Text copied from a word processor comes with a picture of itself: the text is what is meant then.
  document.getElementById('text').addEventListener('paste', (event) => {
    const files = [...event.clipboardData.files];
    if (!files.length || event.clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    join(files);
  });
}
